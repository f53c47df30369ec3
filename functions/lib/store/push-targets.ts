import type { Tx } from './sql.ts';

/** A browser that takes web push: its address at the push service, and its keys (RFC 8291). */
export type PushTarget = { id: string; endpoint: string; p256dh: string; auth: string };

export async function readPushTarget(tx: Tx, id: string): Promise<PushTarget | null> {
  const [row] = await tx<PushTarget[]>`
    select id, endpoint, p256dh, auth from push_subscriptions where id = ${id} and disabled_at is null
  `;
  return row ?? null;
}

export const notePushed = (tx: Tx, id: string, now: Date) => tx`
  update push_subscriptions set last_success_at = ${now} where id = ${id}
`;

/** The push service says that nobody is there any more: no use to try again. */
export const disablePush = (tx: Tx, id: string, reason: string, now: Date) => tx`
  update push_subscriptions set disabled_at = ${now}, disabled_reason = ${reason}
  where id = ${id} and disabled_at is null
`;

/** The hosts of a person's push services, as breakers name them; and how many browsers are told. */
export async function pushHosts(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx<{ endpoint: string }[]>`
    select endpoint from push_subscriptions where user_id = ${userId} and disabled_at is null
  `;
  return rows.map(({ endpoint }) => new URL(endpoint).host);
}
