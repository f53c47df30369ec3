// What a list of tasks may be narrowed to; `t` is a row of my_tasks.

import { checkDate } from '@zerodo/domain/due';
import { limits } from '@zerodo/domain/limits';
import { checkTimezone } from '@zerodo/domain/local-time';
import type { ListTasks } from '@zerodo/domain/queries';
import type { Tx } from './sql.ts';

/** What tasks are sorted by when they are due; nothing due comes last. Indexes and ranges say the same words. */
export const dueKey = "coalesce(t.due_at, 'infinity')";

export function filters(tx: Tx, asked: ListTasks, userId: string) {
  const { status, label, priority, series, assignee, section, parent } = asked;
  return tx`
    ${status ? tx`and t.status = ${status}` : tx``}
    ${series ? tx`and t.series_id = ${series}` : tx``}
    ${parent ? tx`and t.parent_id = ${parent}` : tx``}
    ${assignee ? tx`and t.assignee_id = ${assignee === 'me' ? userId : assignee}` : tx``}
    ${section !== undefined ? tx`and t.section = ${section}` : tx``}
    ${priority ? tx`and t.priority = ${priority}${priority < 4 ? tx` and t.priority < 4` : tx``}` : tx``}
    ${label ? tx`and t.labels @> ${tx.types.textArray([label])}` : tx``}
    ${dueFilter(tx, asked)}
  `;
}

const hour = 3_600_000;
/** No two clocks are farther apart: a day anywhere lies within so much of the same day in UTC. */
const apart = 42 * hour;

/**
 * Timed tasks by their instant, whole days by the date on the caller's calendar. The index is read
 * between two instants, wide enough for every zone and given as values, so that the planner knows
 * how much lies between them; then each row is looked at by its day.
 */
function dueFilter(tx: Tx, { due, dueFrom, dueTo, timezone = 'UTC' }: ListTasks) {
  if (!due && !dueFrom && !dueTo) return tx``;
  const key = tx.unsafe(dueKey);
  if (due === 'none') return tx`and ${key} = 'infinity' and t.due_date is null`;
  checkTimezone(timezone);
  const today = tx`(now() at time zone ${timezone})::date`;
  const day = tx`case when t.due_time is null then t.due_date else (t.due_at at time zone ${timezone})::date end`;
  const overdue = tx`(case when t.due_time is null then t.due_date < ${today} else t.due_at < now() end)`;
  const after = (instant: number) => tx`and ${key} >= ${new Date(instant)}`;
  const before = (instant: number) => tx`and ${key} < ${new Date(instant)}`;
  const now = Date.now();
  const groups = {
    overdue: () => tx`${before(now + apart)} and ${overdue}`,
    today: () =>
      tx`${after(now - apart - day24)} ${before(now + apart + day24)} and not ${overdue} and ${day} = ${today}`,
    upcoming: () => tx`${after(now - apart)} ${before(never)} and ${day} > ${today}`,
  };
  return tx`
    ${due ? groups[due]() : tx``}
    ${dueFrom ? tx`${after(startOf(dueFrom) - apart)} ${before(never)} and ${day} >= ${dueFrom}::date` : tx``}
    ${dueTo ? tx`${before(startOf(dueTo) + apart + day24)} and ${day} <= ${dueTo}::date` : tx``}
  `;
}

const day24 = 24 * hour;
/** After all that is due. Not infinity, of which the planner makes that hardly anything lies before it. */
const never = Date.UTC(limits.lastYear + 2, 0);

/** @throws Rejected `invalid-date` for a day that no task can be due on */
const startOf = (date: string): number => Date.parse(`${checkDate(date)}T00:00:00Z`);
