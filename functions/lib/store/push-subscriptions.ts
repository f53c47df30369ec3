import { limits } from '@zerodo/domain/limits';
import { Rejected } from '@zerodo/domain/rejected';
import type { PushSubscription } from '@zerodo/domain/settings';
import type { Sql, Tx } from './sql.ts';

type Row = {
  id: string;
  endpoint: string;
  createdAt: Date;
  lastSuccessAt: Date | null;
  disabledAt: Date | null;
  disabledReason: string | null;
};

const columns = (sql: Sql | Tx) => sql`
  id, endpoint, created_at, last_success_at, disabled_at, disabled_reason
`;

/** The address itself is as good as a key: who knows it and the public half can write to the browser. */
const toSubscription = ({ endpoint, ...row }: Row): PushSubscription => ({
  ...row,
  host: new URL(endpoint).host,
  createdAt: row.createdAt.toISOString(),
  lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
  disabledAt: row.disabledAt?.toISOString() ?? null,
});

export async function listPushSubscriptions(tx: Tx, userId: string): Promise<PushSubscription[]> {
  const rows = await tx<Row[]>`
    select ${columns(tx)} from push_subscriptions where user_id = ${userId} order by created_at, id
  `;
  return rows.map(toSubscription);
}

/**
 * Keeps a browser's subscription; the same address again brings its keys up to date, is tried again, and
 * is this person's from now on, whoever else used that browser.
 *
 * @throws Rejected `too-many-push-subscriptions`
 */
export async function putPushSubscription(
  tx: Tx,
  subscription: { id: string; endpoint: string; p256dh: string; auth: string; createdAt: Date },
  userId: string,
): Promise<{ subscription: PushSubscription; created: boolean }> {
  // Two at once would each count without the other.
  await tx`select pg_advisory_xact_lock(7203119, hashtext(${userId}))`;
  const [row] = await tx<Row[]>`
    insert into push_subscriptions ${tx({ ...subscription, userId })}
    on conflict (user_id, endpoint) do update set
      p256dh = excluded.p256dh, auth = excluded.auth, created_at = excluded.created_at, disabled_at = null, disabled_reason = null
    returning ${columns(tx)}
  `;
  const [counted] = await tx<{ many: boolean }[]>`
    select count(*) > ${limits.pushSubscriptions} as many from push_subscriptions where user_id = ${userId}
  `;
  if (counted!.many) {
    throw new Rejected(
      'too-many-push-subscriptions',
      `${limits.pushSubscriptions} browsers are notified, and more are not possible: remove one.`,
    );
  }
  return { subscription: toSubscription(row!), created: row!.id === subscription.id };
}

/** @throws Rejected `push-subscription-not-found` */
export async function deletePushSubscription(tx: Tx, id: string, userId: string): Promise<void> {
  const { count } = await tx`delete from push_subscriptions where id = ${id} and user_id = ${userId}`;
  if (count === 0) {
    throw new Rejected('push-subscription-not-found', 'There is no such subscription, or it is not yours.');
  }
}
