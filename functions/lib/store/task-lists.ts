import { checkTimezone } from '@zerodo/domain/local-time';
import type { ListTasks, TaskPage } from '@zerodo/domain/queries';
import { fromCursor, toCursor } from './cursor.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

const pageSize = 50;

/** What a list may be sorted by: an expression, its type, its direction. Nothing due comes last. */
const sorts = {
  due: { by: "coalesce(t.due_at, 'infinity')", type: 'timestamptz', down: false },
  created: { by: 't.created_at', type: 'timestamptz', down: true },
  completed: { by: "coalesce(t.completed_at, '-infinity')", type: 'timestamptz', down: true },
  position: { by: 't.position', type: 'double precision', down: false },
} as const;

/** The tasks that `userId` may see, filtered and sorted, a page at a time. */
export async function listTasks(tx: Tx, asked: ListTasks, userId: string): Promise<TaskPage> {
  const sort = asked.sort ?? (asked.status === 'completed' ? 'completed' : 'due');
  const { by, type, down } = sorts[sort];
  const ordered = { list: `tasks by ${sort}`, type };
  const limit = asked.limit ?? pageSize;
  const after = fromCursor(ordered, asked.cursor);
  const value = tx.unsafe(by);
  const direction = tx.unsafe(down ? 'desc' : 'asc');
  // As text, which keeps microseconds and infinity; the driver would make a Date of a timestamp.
  const beyond = tx.unsafe(down ? '<' : '>');
  // Project by project, so that each gives its first rows from an index and no list is sorted whole.
  const rows = await tx<(TaskRow & { sortValue: string })[]>`
    select ${taskColumns(tx, userId)}, ${value}::text as sort_value
    from project_members m
    cross join lateral (
      select t.* from tasks t
      where t.project_id = m.project_id and t.deleted_at is null
        ${filters(tx, asked)}
        ${after ? tx`and (${value}, t.id) ${beyond} (${String(after[0])}::text::${tx.unsafe(type)}, ${after[1]}::uuid)` : tx``}
      order by ${value} ${direction}, t.id ${direction}
      limit ${limit + 1}
    ) t
    left join series s on s.id = t.series_id
    where m.user_id = ${userId} ${asked.project ? tx`and m.project_id = ${asked.project}` : tx``}
    order by ${value} ${direction}, t.id ${direction}
    limit ${limit + 1}
  `;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last;
  return {
    items: page.map(toTask),
    nextCursor: more
      ? toCursor(
          ordered,
          type === 'timestamptz' ? last.sortValue.replace(' ', 'T') : Number(last.sortValue),
          last.id,
        )
      : null,
  };
}

function filters(tx: Tx, asked: ListTasks) {
  const { status, label, priority, series, q } = asked;
  return tx`
    ${status ? tx`and t.status = ${status}` : tx``}
    ${series ? tx`and t.series_id = ${series}` : tx``}
    ${priority ? tx`and t.priority = ${priority}` : tx``}
    ${label ? tx`and t.labels @> ${tx.types.textArray([label])}` : tx``}
    ${q ? tx`and (t.title ilike ${contains(q)} or t.notes ilike ${contains(q)})` : tx``}
    ${dueFilter(tx, asked)}
  `;
}

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Timed tasks by their instant, whole days by the date on the caller's calendar. */
function dueFilter(tx: Tx, { due, timezone = 'UTC' }: ListTasks) {
  if (!due) return tx``;
  if (due === 'none') return tx`and t.due_date is null`;
  checkTimezone(timezone);
  const today = tx`(now() at time zone ${timezone})::date`;
  const day = tx`case when t.due_time is null then t.due_date else (t.due_at at time zone ${timezone})::date end`;
  const overdue = tx`(case when t.due_time is null then t.due_date < ${today} else t.due_at < now() end)`;
  if (due === 'overdue') return tx`and ${overdue}`;
  if (due === 'today') return tx`and not ${overdue} and ${day} = ${today}`;
  return tx`and ${day} > ${today}`;
}
