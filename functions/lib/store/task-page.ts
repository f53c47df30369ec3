// One page of tasks, found and put in order.

import { allOf } from '@zerodo/domain/all-of';
import type { ListTasks, TaskPage } from '@zerodo/domain/queries';
import type { Task } from '@zerodo/domain/task';
import type { PendingQuery, Row } from 'postgres';
import { fromCursor, type Ordered, toCursor } from './cursor.ts';
import { plannedAnew } from './plans.ts';
import type { Tx } from './sql.ts';
import { dueKey, filters, isPlain } from './task-filters.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

type Fragment = PendingQuery<Row[]>;
const pageSize = 50;

/** What a list may be sorted by: an expression, its type, its direction. Nothing due comes last. */
const sorts = {
  due: { by: dueKey, type: 'timestamptz', down: false },
  created: { by: 't.created_at', type: 'timestamptz', down: true },
  completed: { by: "coalesce(t.completed_at, '-infinity')", type: 'timestamptz', down: true },
  position: { by: 't.position', type: 'double precision', down: false },
} as const;
export type Sort = keyof typeof sorts;

/** A task of a page, and as text what it is sorted by. */
type Found = { id: string; sortValue: string };

/** A page in an order that an index has; `name` tells its cursors from those of other lists. */
export async function orderedPage(
  tx: Tx,
  asked: ListTasks,
  userId: string,
  { sort, name = `tasks by ${sort}`, matching = tx`` }: { sort: Sort; name?: string; matching?: Fragment },
): Promise<TaskPage> {
  const { by, type, down } = sorts[sort];
  const ordered = { list: name, type };
  const limit = asked.limit ?? pageSize;
  const value = tx.unsafe(by);
  const direction = tx.unsafe(down ? 'desc' : 'asc');
  // Project by project and status by status, so that each gives its first rows from an index and no list is sorted whole.
  const find = tx<Found[]>`
    select f.id, f.value::text as sort_value
    from project_members m
    cross join unnest(${statuses(tx, asked)}) as part (status)
    cross join lateral (
      select t.id, ${value} as value from my_tasks t
      where t.project_id = m.project_id and t.status = part.status
        ${filters(tx, asked, userId)} ${matching} ${beyond(tx, asked, ordered, value, down)}
      order by ${value} ${direction}, t.id ${direction}
      limit ${limit + 1}
    ) f
    where m.user_id = ${userId} ${inProject(tx, asked)}
    order by f.value ${direction}, f.id ${direction}
    limit ${limit + 1}
  `;
  const found = await (isPlain(asked) ? find : plannedAnew(tx, find));
  return pageOf(tx, found, userId, limit, ordered);
}

/** More matches than this are not put in order one by one. */
export const few = 1000;
/** How many of the tasks that are due next are looked through for what no index knows. */
const lookedThrough = 2000;

type FewAsked = { sort: Sort; rank?: undefined } | { sort: Sort | 'relevance'; rank: Fragment };

/**
 * A page of the few tasks that `matching` finds, in any order: all of them are read, or, `among` the
 * `next`, the first of those that are due next. `matches` is how many there are, more than `few`
 * where there are too many; 0 where the page is empty.
 */
export async function pageOfFew(
  tx: Tx,
  asked: ListTasks,
  userId: string,
  wanted: FewAsked & { name: string; matching: Fragment; among?: 'next' },
): Promise<TaskPage & { matches: number }> {
  const { type, by, down } = wanted.sort === 'relevance' ? byRank : sorts[wanted.sort];
  const ordered = { list: wanted.name, type };
  const isNext = wanted.among === 'next';
  const limit = asked.limit ?? pageSize;
  const direction = tx.unsafe(down ? 'desc' : 'asc');
  const find = tx<(Found & { matches: number })[]>`
    with found as materialized (
      select t.id, ${wanted.rank ?? tx.unsafe(by)} as value
      from (
        select t.*
        from project_members m
        cross join unnest(${statuses(tx, asked)}) as part (status)
        cross join lateral (
          select t.* from my_tasks t
          where t.project_id = m.project_id and t.status = part.status ${filters(tx, asked, userId)}
            ${isNext ? tx`order by ${tx.unsafe(dueKey)}` : wanted.matching}
          limit ${isNext ? lookedThrough : few + 1}
        ) t
        where m.user_id = ${userId} ${inProject(tx, asked)}
        limit ${isNext ? lookedThrough : few + 1}
      ) t
      where true ${isNext ? wanted.matching : tx``}
    )
    select t.id, t.value::text as sort_value, (select count(*) from found)::int as matches
    from found t
    where true ${beyond(tx, asked, ordered, tx`t.value`, down)}
    order by t.value ${direction}, t.id ${direction}
    limit ${limit + 1}
  `;
  const found = await plannedAnew(tx, find);
  return { ...(await pageOf(tx, found, userId, limit, ordered)), matches: found[0]?.matches ?? 0 };
}

/** So many of the tasks that are due next tell how common something is, and this share of them that it is. */
const sample = { size: 500, common: 25 };

/**
 * Whether `matching` holds for many of the tasks asked for, told by those that are due next. What
 * many words begin with is many entries of the index, and costs more to find there than on the way.
 */
export async function isCommon(
  tx: Tx,
  asked: ListTasks,
  userId: string,
  matching: Fragment,
): Promise<boolean> {
  const count = tx<{ matches: number }[]>`
    select count(*)::int as matches
    from (
      select t.search, t.title
      from project_members m
      cross join unnest(${statuses(tx, asked)}) as part (status)
      cross join lateral (
        select t.search, t.title from my_tasks t
        where t.project_id = m.project_id and t.status = part.status ${filters(tx, asked, userId)}
        order by ${tx.unsafe(dueKey)} limit ${sample.size}
      ) t
      where m.user_id = ${userId} ${inProject(tx, asked)}
      limit ${sample.size}
    ) t
    where true ${matching}
  `;
  const [found] = await (isPlain(asked) ? count : plannedAnew(tx, count));
  return (found?.matches ?? 0) >= sample.common;
}

const byRank = { type: 'real', by: '', down: true } as const;

/** Of one status, its rows come from an index in order; of both, they are read one after the other. */
const statuses = (tx: Tx, { status }: ListTasks) =>
  tx`${tx.types.textArray(status ? [status] : ['open', 'completed'])}::text[]`;

function inProject(tx: Tx, { project }: ListTasks) {
  const projects = allOf(project);
  return projects.length > 0
    ? tx`and m.project_id = any(${tx.types.textArray(projects)}::text[]::uuid[])`
    : tx``;
}

/** As text, which keeps microseconds and infinity; the driver would make a Date of a timestamp. */
function beyond(
  tx: Tx,
  { cursor }: ListTasks,
  ordered: Ordered,
  value: Fragment | ReturnType<Tx['unsafe']>,
  down: boolean,
) {
  const after = fromCursor(ordered, cursor);
  if (!after) return tx``;
  const type = tx.unsafe(ordered.type);
  return tx`and (${value}, t.id) ${tx.unsafe(down ? '<' : '>')} (${String(after[0])}::text::${type}, ${after[1]}::uuid)`;
}

/** One more than fit are found where it goes on after them. */
async function pageOf(
  tx: Tx,
  found: readonly Found[],
  userId: string,
  limit: number,
  ordered: Ordered,
): Promise<TaskPage> {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const items = await readTasks(
    tx,
    page.map(({ id }) => id),
    userId,
  );
  if (found.length <= limit || !last) return { items, nextCursor: null };
  const value = ordered.type === 'timestamptz' ? last.sortValue.replace(' ', 'T') : Number(last.sortValue);
  return { items, nextCursor: toCursor(ordered, value, last.id) };
}

/**
 * The tasks of a page, in its order. By themselves, since what is read of each is the same for every list: the plan is kept, which
 * takes longer to make than to run. Row by row (`offset 0`): one made while there were few series would go on reading all of them.
 */
async function readTasks(tx: Tx, ids: string[], userId: string): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = await tx<TaskRow[]>`
    select ${taskColumns(tx, userId)}
    from unnest(${tx.types.textArray(ids)}::text[]::uuid[]) with ordinality as page (id, place)
    cross join lateral (select t.* from tasks t where t.id = page.id and t.deleted_at is null offset 0) t
    left join lateral (select s.* from series s where s.id = t.series_id offset 0) s on true
    order by page.place
  `;
  return rows.map(toTask);
}
