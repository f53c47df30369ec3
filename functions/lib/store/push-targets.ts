import type { Sql, Tx } from './sql.ts';

/** A browser that takes web push: its address at the push service, and its keys (RFC 8291). */
export type PushTarget = { id: string; endpoint: string; p256dh: string; auth: string };

/**
 * Of `s`, a subscription: its browser takes push, and nobody else has allowed it there since. A browser
 * keeps its address when one person signs out and another signs in.
 */
export const takesPush = (sql: Sql | Tx) => sql`(
  s.disabled_at is null and not exists (
    select from push_subscriptions o
    where o.endpoint = s.endpoint and o.user_id <> s.user_id and o.disabled_at is null
      and (o.created_at, o.id) > (s.created_at, s.id)
  )
)`;

export async function readPushTarget(tx: Tx, id: string): Promise<PushTarget | null> {
  const [row] = await tx<PushTarget[]>`
    select s.id, s.endpoint, s.p256dh, s.auth from push_subscriptions s where s.id = ${id} and ${takesPush(tx)}
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
