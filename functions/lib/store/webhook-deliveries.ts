import { Rejected } from '@zerodo/domain/rejected';
import type { WebhookDelivery } from '@zerodo/domain/webhook';
import type { PlannedDelivery } from '@zerodo/domain/webhook-events';
import type { Sql, Tx } from './sql.ts';

/** As many as a person is shown. */
const shownAtMost = 100;

type Row = Omit<WebhookDelivery, 'createdAt' | 'attemptedAt' | 'nextAt'> & {
  createdAt: Date;
  attemptedAt: Date | null;
  nextAt: Date;
};

const columns = (sql: Sql | Tx) => sql`
  id, event_id, type, state, attempts, status, error, created_at, attempted_at, next_at
`;

const toDelivery = (row: Row): WebhookDelivery => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  attemptedAt: row.attemptedAt?.toISOString() ?? null,
  nextAt: row.state === 'planned' ? row.nextAt.toISOString() : null,
});

/**
 * What became of the latest events at a webhook, newest first.
 *
 * @throws Rejected `webhook-not-found`
 */
export async function listDeliveries(tx: Tx, webhookId: string, userId: string): Promise<WebhookDelivery[]> {
  const [mine] = await tx`select from webhooks where id = ${webhookId} and user_id = ${userId}`;
  if (!mine) throw new Rejected('webhook-not-found', 'There is no such webhook, or it is not yours.');
  const rows = await tx<Row[]>`
    select ${columns(tx)}
    from webhook_deliveries
    where webhook_id = ${webhookId} and user_id = ${userId}
    order by created_at desc, id
    limit ${shownAtMost}
  `;
  return rows.map(toDelivery);
}

/** One that is there. */
export async function readDelivery(tx: Tx, id: string): Promise<WebhookDelivery> {
  const [row] = await tx<Row[]>`select ${columns(tx)} from webhook_deliveries where id = ${id}`;
  return toDelivery(row!);
}

/** Plans each once, whoever finds out that it is due and however often; answers the ids of the new ones. */
export async function planDeliveries(tx: Tx, deliveries: readonly PlannedDelivery[]): Promise<Set<string>> {
  const planned = deliveries.map((one) => ({ ...one, nextAt: one.createdAt, announcedAt: one.createdAt }));
  const rows = await tx<{ id: string }[]>`
    insert into webhook_deliveries ${tx(planned)}
    on conflict (webhook_id, event_id) do nothing
    returning id
  `;
  return new Set(rows.map(({ id }) => id));
}
