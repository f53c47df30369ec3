import type { Reminder } from '@zerodo/domain/reminder';
import type { QuietHours } from '@zerodo/domain/reminders';
import { isDue, isLost } from './due.ts';
import type { Sql, Tx } from './sql.ts';

export type DueReminder = {
  id: string;
  taskId: string;
  projectId: string;
  userId: string;
  /** Negative for a snooze. */
  ordinal: number;
  fireAt: Date;
};
type Claimed = DueReminder & { state: 'due' | 'cancelled' };

/**
 * Takes up to `limit` reminders whose time has come, each for one caller only; those of tasks that
 * are done or gone are called off on the way.
 */
export const claimDue = (tx: Tx, now: Date, limit: number) =>
  claim(
    tx,
    now,
    tx`select id from reminders where ${isDue(tx, now)}
       order by fire_at limit ${limit} for update skip locked`,
  );

/** Takes once more what was announced a quarter of an hour ago and came to nothing. */
export const claimLost = (tx: Tx, now: Date, limit: number) =>
  claim(
    tx,
    now,
    tx`select id from reminders where ${isLost(tx, now)}
       order by claimed_at limit ${limit} for update skip locked`,
  );

const claim = (tx: Tx, now: Date, which: ReturnType<Sql>) => tx<Claimed[]>`
  with taken as materialized (${which})
  update reminders r
  set state = case when t.status = 'open' and t.deleted_at is null then 'due' else 'cancelled' end,
      claimed_at = ${now}
  from taken, tasks t
  where r.id = taken.id and t.id = r.task_id
  returning r.id, r.task_id, r.project_id, r.user_id, r.ordinal, r.fire_at, r.state
`;

type Quiet = { userId: string; timezone: string; quietHours: QuietHours };

/** Those of these people who want to be left alone at some hours, and on whose clock. */
export async function quietHoursOf(tx: Tx, userIds: readonly string[]): Promise<Map<string, Quiet>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx<Quiet[]>`
    select user_id, timezone, settings -> 'quietHours' as quiet_hours from preferences
    where user_id = any(${tx.types.textArray([...new Set(userIds)])}::text[]::uuid[])
      and jsonb_typeof(settings -> 'quietHours') = 'object'
  `;
  return new Map(rows.map((row) => [row.userId, row]));
}

/**
 * A reminder that is due, how it was asked for, and its task, held together until the transaction ends.
 * `wanted` while the task is open and its person belongs to the project.
 */
export async function lockDueReminder(
  tx: Tx,
  id: string,
): Promise<(DueReminder & { state: string; wanted: boolean; spec: Reminder }) | undefined> {
  const [row] = await tx<(DueReminder & { state: string; wanted: boolean; spec: Reminder })[]>`
    select r.id, r.task_id, r.project_id, r.user_id, r.ordinal, r.fire_at, r.state, r.spec,
           t.status = 'open' and t.deleted_at is null
             and exists (select from project_members m where m.project_id = t.project_id and m.user_id = r.user_id)
             as wanted
    from reminders r
    join tasks t on t.id = r.task_id
    where r.id = ${id}
    for update of t, r
  `;
  return row;
}

export const settleReminder = (
  tx: Tx,
  id: string,
  state: 'sent' | 'late' | 'cancelled',
  sentAt: Date | null,
) => tx`
  update reminders set state = ${state}, sent_at = ${sentAt} where id = ${id}
`;
