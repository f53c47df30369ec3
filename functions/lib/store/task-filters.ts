// What a list of tasks may be narrowed to; `t` is a row of my_tasks.

import { checkDate } from '@zerodo/domain/due';
import { checkTimezone } from '@zerodo/domain/local-time';
import type { ListTasks } from '@zerodo/domain/queries';
import type { Tx } from './sql.ts';

/** What tasks are sorted by when they are due; nothing due comes last. Indexes and ranges say the same words. */
export const dueKey = "coalesce(t.due_at, 'infinity')";

export function filters(tx: Tx, asked: ListTasks, userId: string) {
  const { status, label, priority, series, assignee, section } = asked;
  return tx`
    ${status ? tx`and t.status = ${status}` : tx``}
    ${series ? tx`and t.series_id = ${series}` : tx``}
    ${assignee ? tx`and t.assignee_id = ${assignee === 'me' ? userId : assignee}` : tx``}
    ${section !== undefined ? tx`and t.section = ${section}` : tx``}
    ${priority ? tx`and t.priority = ${priority}${priority < 4 ? tx` and t.priority < 4` : tx``}` : tx``}
    ${label ? tx`and t.labels @> ${tx.types.textArray([label])}` : tx``}
    ${dueFilter(tx, asked)}
  `;
}

/** Timed tasks by their instant, whole days by the date on the caller's calendar. */
function dueFilter(tx: Tx, { due, dueFrom, dueTo, timezone = 'UTC' }: ListTasks) {
  if (!due && !dueFrom && !dueTo) return tx``;
  if (due === 'none') return tx`and ${tx.unsafe(dueKey)} = 'infinity' and t.due_date is null`;
  checkTimezone(timezone);
  for (const date of [dueFrom, dueTo]) if (date !== undefined) checkDate(date);
  const key = tx.unsafe(dueKey);
  // A whole day begins at its first moment in its own zone, which is never farther from the caller's than this:
  // the index is read between two instants, and each row is looked at by its day.
  const apart = tx`interval '27 hours'`;
  const begins = (date: string | typeof today) => tx`${date}::date::timestamp at time zone ${timezone}`;
  const today = tx`(now() at time zone ${timezone})::date`;
  const day = tx`case when t.due_time is null then t.due_date else (t.due_at at time zone ${timezone})::date end`;
  const overdue = tx`(case when t.due_time is null then t.due_date < ${today} else t.due_at < now() end)`;
  const onTheDay = tx`
    and ${key} >= ${begins(today)} - ${apart} and ${key} < ${begins(today)} + interval '1 day' + ${apart}
    and not ${overdue} and ${day} = ${today}`;
  const ahead = tx`and ${key} >= ${begins(today)} - ${apart} and ${key} < 'infinity' and ${day} > ${today}`;
  return tx`
    ${due === 'overdue' ? tx`and ${key} < now() + ${apart} and ${overdue}` : tx``}
    ${due === 'today' ? onTheDay : tx``}
    ${due === 'upcoming' ? ahead : tx``}
    ${dueFrom ? tx`and ${key} >= ${begins(dueFrom)} - ${apart} and ${day} >= ${dueFrom}::date` : tx``}
    ${dueTo ? tx`and ${key} < ${begins(dueTo)} + interval '1 day' + ${apart} and ${day} <= ${dueTo}::date` : tx``}
  `;
}
