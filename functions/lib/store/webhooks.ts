import { limits } from '@zerodo/domain/limits';
import { Rejected } from '@zerodo/domain/rejected';
import type { Webhook } from '@zerodo/domain/webhook';
import type { Sql, Tx } from './sql.ts';

type Row = Omit<
  Webhook,
  'enabled' | 'disabledAt' | 'lastSuccessAt' | 'failingSince' | 'createdAt' | 'updatedAt'
> & {
  disabledAt: Date | null;
  lastSuccessAt: Date | null;
  failingSince: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

const columns = (sql: Sql | Tx) => sql`
  id, url, description, types, project_id, disabled_reason, disabled_at, last_success_at, failing_since,
  failures, version, created_at, updated_at
`;

const instant = (value: Date | null): string | null => value?.toISOString() ?? null;

const toWebhook = (row: Row): Webhook => ({
  ...row,
  enabled: row.disabledAt === null,
  disabledAt: instant(row.disabledAt),
  lastSuccessAt: instant(row.lastSuccessAt),
  failingSince: instant(row.failingSince),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export async function listWebhooks(tx: Tx, userId: string): Promise<Webhook[]> {
  const rows = await tx<Row[]>`
    select ${columns(tx)} from webhooks where user_id = ${userId} order by created_at, id
  `;
  return rows.map(toWebhook);
}

/**
 * Reads a webhook and holds it until the transaction ends.
 *
 * @throws Rejected `webhook-not-found`
 */
export async function lockWebhook(tx: Tx, id: string, userId: string): Promise<Webhook> {
  const [row] = await tx<Row[]>`
    select ${columns(tx)} from webhooks where id = ${id} and user_id = ${userId} for update
  `;
  if (!row) throw new Rejected('webhook-not-found', 'There is no such webhook, or it is not yours.');
  return toWebhook(row);
}

/** @throws Rejected `too-many-webhooks` */
export async function addWebhook(tx: Tx, webhook: Webhook, secret: Buffer, userId: string): Promise<void> {
  // Two at once would each count without the other.
  await tx`select pg_advisory_xact_lock(7203118, hashtext(${userId}))`;
  const [counted] = await tx<{ many: boolean }[]>`
    select count(*) >= ${limits.webhooks} as many from webhooks where user_id = ${userId}
  `;
  if (counted!.many) {
    throw new Rejected(
      'too-many-webhooks',
      `You have ${limits.webhooks} webhooks, and more are not possible: delete one.`,
    );
  }
  const { enabled: _enabled, ...row } = webhook;
  await tx`insert into webhooks ${tx({ ...row, types: tx.types.textArray(row.types), secret, userId })}`;
}

export async function saveWebhook(tx: Tx, webhook: Webhook): Promise<void> {
  const { id, createdAt: _at, enabled: _enabled, ...row } = webhook;
  await tx`update webhooks set ${tx({ ...row, types: tx.types.textArray(row.types) })} where id = ${id}`;
}

/** The new secret signs from now on, the one that it takes the place of until `previousUntil` as well. */
export const rotateSecret = (tx: Tx, id: string, secret: Buffer, previousUntil: Date) => tx`
  update webhooks set previous_secret = secret, previous_until = ${previousUntil}, secret = ${secret}
  where id = ${id}
`;

export const deleteWebhook = (tx: Tx, id: string) => tx`delete from webhooks where id = ${id}`;

/** @throws Rejected `project-not-found` */
export async function checkMember(tx: Tx, projectId: string, userId: string): Promise<void> {
  const [row] = await tx`
    select from project_members where project_id = ${projectId} and user_id = ${userId}
  `;
  if (!row) throw new Rejected('project-not-found', 'There is no such project, or it is not yours.');
}
