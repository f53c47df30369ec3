// What a list of tasks may be narrowed to; `t` is a row of my_tasks.

import { allOf } from '@zerodo/domain/all-of';
import { checkDate } from '@zerodo/domain/due';
import { limits } from '@zerodo/domain/limits';
import { checkTimezone } from '@zerodo/domain/local-time';
import type { ListTasks } from '@zerodo/domain/queries';
import type { Tx } from './sql.ts';

/** What tasks are sorted by when they are due; nothing due comes last. Indexes and ranges say the same words. */
export const dueKey = "coalesce(t.due_at, 'infinity')";

export function filters(tx: Tx, asked: ListTasks, userId: string) {
  const { status, series, recurring, section, parent } = asked;
  return tx`
    ${status ? tx`and t.status = ${status}` : tx``}
    ${series ? tx`and t.series_id = ${series}` : tx``}
    ${recurring ? tx`and t.series_id is ${tx.unsafe(recurring === 'yes' ? 'not null' : 'null')}` : tx``}
    ${parent ? tx`and t.parent_id = ${parent}` : tx``}
    ${assigneeFilter(tx, asked, userId)}
    ${section !== undefined ? tx`and t.section = ${section}` : tx``}
    ${priorityFilter(tx, allOf(asked.priority))}
    ${labelFilter(tx, asked)}
    ${dueFilter(tx, asked)}
  `;
}

/** Whether it does not depend on what is asked for which index is best: nothing is narrowed to what many or few tasks may have. */
export function isPlain(asked: ListTasks): boolean {
  const { status, project, timezone, labelMatch, q, sort, limit, cursor, ...narrowed } = asked;
  return Object.values(narrowed).every((value) => value === undefined);
}

function assigneeFilter(tx: Tx, { assignee }: ListTasks, userId: string) {
  if (!assignee) return tx``;
  if (assignee === 'nobody') return tx`and t.assignee_id is null`;
  return tx`and t.assignee_id = ${assignee === 'me' ? userId : assignee}`;
}

/** The index has only what is more important than 4; one value comes from it in order. */
function priorityFilter(tx: Tx, priorities: number[]) {
  if (priorities.length === 0) return tx``;
  const [priority] = priorities;
  const given =
    priorities.length === 1
      ? tx`t.priority = ${priority!}`
      : tx`t.priority = any(${tx.types.textArray(priorities.map(String))}::text[]::int2[])`;
  return tx`and ${given} ${priorities.includes(4) ? tx`` : tx`and t.priority < 4`}`;
}

function labelFilter(tx: Tx, { label, labelMatch }: ListTasks) {
  const labels = allOf(label);
  if (labels.length === 0) return tx``;
  const operator = tx.unsafe(labelMatch === 'all' || labels.length === 1 ? '@>' : '&&');
  return tx`and t.labels ${operator} ${tx.types.textArray(labels)}`;
}

const hour = 3_600_000;
const day24 = 24 * hour;
/** No two clocks are farther apart: a day anywhere lies within so much of the same day in UTC. */
const apart = 42 * hour;

/**
 * Timed tasks by their instant, whole days by the date on the caller's calendar. The index is read
 * between two instants, wide enough for every zone and given as values, so that the planner knows
 * how much lies between them; then each row is looked at by its day.
 */
function dueFilter(tx: Tx, { due, dueWithin, dueFrom, dueTo, timezone = 'UTC' }: ListTasks) {
  const asked = [...allOf(due), ...(dueWithin ? (['within'] as const) : [])];
  if (asked.length === 0 && !dueFrom && !dueTo) return tx``;
  checkTimezone(timezone);
  const key = tx.unsafe(dueKey);
  const today = tx`(now() at time zone ${timezone})::date`;
  const day = tx`case when t.due_time is null then t.due_date else (t.due_at at time zone ${timezone})::date end`;
  const overdue = tx`(case when t.due_time is null then t.due_date < ${today} else t.due_at < now() end)`;
  const after = (instant: number) => tx`${key} >= ${new Date(instant)}`;
  const before = (instant: number) => tx`${key} < ${new Date(instant)}`;
  const now = Date.now();
  const days = dueWithin ?? 0;
  const groups = {
    overdue: () => tx`${before(now + apart)} and ${overdue}`,
    today: () =>
      tx`${after(now - apart - day24)} and ${before(now + apart + day24)} and not ${overdue} and ${day} = ${today}`,
    upcoming: () => tx`${after(now - apart)} and ${before(never)} and ${day} > ${today}`,
    within: () =>
      tx`${after(now - apart - day24)} and ${before(now + apart + (days + 1) * day24)} and not ${overdue}
         and ${day} <= ${today} + ${days}::int`,
    none: () => tx`${key} = 'infinity' and t.due_date is null`,
  };
  const any = asked.map((one) => tx`(${groups[one]()})`);
  return tx`
    ${any.length > 0 ? tx`and (${any.reduce((one, other) => tx`${one} or ${other}`)})` : tx``}
    ${dueFrom ? tx`and ${after(startOf(dueFrom) - apart)} and ${before(never)} and ${day} >= ${dueFrom}::date` : tx``}
    ${dueTo ? tx`and ${before(startOf(dueTo) + apart + day24)} and ${day} <= ${dueTo}::date` : tx``}
  `;
}

/** After all that is due. Not infinity, of which the planner makes that hardly anything lies before it. */
const never = Date.UTC(limits.lastYear + 2, 0);

/** @throws Rejected `invalid-date` for a day that no task can be due on */
const startOf = (date: string): number => Date.parse(`${checkDate(date)}T00:00:00Z`);
