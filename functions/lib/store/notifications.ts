import type { Notification, NotificationPage } from '@zerodo/domain/notification';
import { Rejected } from '@zerodo/domain/rejected';
import { fromCursor, toCursor } from './cursor.ts';
import type { Sql, Tx } from './sql.ts';

type Row = Omit<Notification, 'dueAt' | 'fireAt' | 'sentAt' | 'readAt' | 'actor'> & {
  actorId: string | null;
  actorName: string | null;
  dueAt: Date | null;
  fireAt: Date;
  sentAt: Date;
  readAt: Date | null;
};

const newestFirst = { list: 'notifications', type: 'timestamptz' } as const;

const columns = (sql: Sql | Tx) => sql`
  n.id, n.kind, n.channel, n.state, n.task_id, coalesce(t.title, n.about, '') as title, t.status as task_status,
  n.actor_id, n.actor_name, t.due_at, n.fire_at, n.sent_at, n.read_at
`;

const toNotification = ({ actorId, actorName, ...row }: Row): Notification => ({
  ...row,
  actor: actorId === null ? null : { id: actorId, name: actorName },
  dueAt: row.dueAt?.toISOString() ?? null,
  fireAt: row.fireAt.toISOString(),
  sentAt: row.sentAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});

/** What is about a task out of the person's reach is not shown, and so not counted either. */
const isInInbox = (sql: Sql | Tx, userId: string) => sql`
  n.user_id = ${userId} and n.channel = 'in-app' and n.state in ('sent', 'late')
  and (n.task_id is null or t.id is not null)
`;

/** One row: how many a person has not read. */
export const countUnread = (tx: Tx, userId: string) => tx<{ unread: number }[]>`
  select count(*) as unread
  from notifications n
  left join tasks t on t.id = n.task_id
  where ${isInInbox(tx, userId)} and n.read_at is null
`;

/** A person's notification inbox, newest first, with the number that has not been read. */
export async function listNotifications(
  tx: Tx,
  {
    unread,
    limit = 50,
    cursor,
  }: { unread?: 'true' | 'false' | undefined; limit?: number | undefined; cursor?: string | undefined },
  userId: string,
): Promise<NotificationPage> {
  const after = fromCursor(newestFirst, cursor);
  const rows = await tx<Row[]>`
    select ${columns(tx)}
    from notifications n
    left join tasks t on t.id = n.task_id
    where ${isInInbox(tx, userId)}
      ${unread === 'true' ? tx`and n.read_at is null` : tx``}
      ${unread === 'false' ? tx`and n.read_at is not null` : tx``}
      ${after ? tx`and (n.fire_at, n.id) < (${String(after[0])}::text::timestamptz, ${after[1]}::uuid)` : tx``}
    order by n.fire_at desc, n.id desc
    limit ${limit + 1}
  `;
  const [counted] = await countUnread(tx, userId);
  const items = rows.slice(0, limit).map(toNotification);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? toCursor(newestFirst, last.fireAt, last.id) : null,
    unread: counted!.unread,
  };
}

/** @throws Rejected `notification-not-found` */
export async function markRead(tx: Tx, id: string, now: Date, userId: string): Promise<Notification> {
  const [row] = await tx<Row[]>`
    with n as (
      update notifications set read_at = coalesce(read_at, ${now})
      where id = ${id} and user_id = ${userId} and channel = 'in-app' and state in ('sent', 'late')
      returning *
    )
    select ${columns(tx)} from n left join tasks t on t.id = n.task_id
  `;
  if (!row)
    throw new Rejected('notification-not-found', 'There is no such notification, or it is not yours.');
  return toNotification(row);
}

/** Marks all that a person has not read, or those of `ids`; others' are left alone. Answers how many. */
export async function markAllRead(
  tx: Tx,
  ids: readonly string[] | undefined,
  now: Date,
  userId: string,
): Promise<number> {
  const { count } = await tx`
    update notifications set read_at = ${now}
    where user_id = ${userId} and channel = 'in-app' and state in ('sent', 'late') and read_at is null
      ${ids ? tx`and id = any(${tx.types.textArray([...ids])}::text[]::uuid[])` : tx``}
  `;
  return count;
}
