import type { TextLanguage } from '@zerodo/domain/recurrence';
import { stateOf } from '@zerodo/domain/series-events';
import type { ListSeries, SeriesPage } from '@zerodo/domain/series-queries';
import type { SeriesView } from '@zerodo/domain/series-schema';
import { fromCursor, toCursor } from './cursor.ts';
import { noSeries, type SeriesRow, toSeries } from './series.ts';
import type { Tx } from './sql.ts';

const pageSize = 50;
const newestFirst = { list: 'series', type: 'timestamptz' } as const;

type ViewRow = SeriesRow & { openTaskId: string | null; openDueAt: Date | null; createdText: string };

/** Joins `open_task_id` and `open_due_at` to a series `s`. */
export const joinOpenTask = (tx: Tx) => tx`
  left join lateral (
    select t.id as open_task_id, t.due_at as open_due_at from tasks t
    where t.series_id = s.id and t.status = 'open' and t.deleted_at is null order by t.due_at, t.id limit 1
  ) open_task on true
`;

const toView = (
  { openTaskId, openDueAt, createdText: _, ...row }: ViewRow,
  language?: TextLanguage,
): SeriesView => ({
  ...stateOf(toSeries(row), language),
  openTaskId,
  openDueAt: openDueAt?.toISOString() ?? null,
});

/** @throws Rejected `series-not-found` */
export async function readSeries(tx: Tx, id: string, userId: string): Promise<SeriesView> {
  const [row] = await tx<ViewRow[]>`
    select s.*, open_task_id, open_due_at
    from series s join project_members m on m.project_id = s.project_id and m.user_id = ${userId}
    ${joinOpenTask(tx)}
    where s.id = ${id} and s.deleted_at is null
  `;
  if (!row) throw noSeries();
  return toView(row);
}

const states = { active: ['active'], paused: ['paused'], ended: ['ended', 'finished'] };

/** The series that `userId` may see, newest first, a page at a time. */
export async function listSeries(
  tx: Tx,
  { project, status, limit = pageSize, cursor, locale }: ListSeries,
  userId: string,
): Promise<SeriesPage> {
  const after = fromCursor(newestFirst, cursor);
  const filters = tx`
    ${status ? tx`and s.state = any(${tx.types.textArray(states[status])})` : tx``}
    ${after ? tx`and (s.created_at, s.id) < (${String(after[0])}::text::timestamptz, ${after[1]}::uuid)` : tx``}
  `;
  // Project by project, so that each gives its newest from an index.
  const rows = await tx<ViewRow[]>`
    select s.*, s.created_at::text as created_text, open_task_id, open_due_at
    from project_members m
    cross join lateral (
      select * from series s
      where s.project_id = m.project_id and s.deleted_at is null ${filters}
      order by s.created_at desc, s.id desc
      limit ${limit + 1}
    ) s
    ${joinOpenTask(tx)}
    where m.user_id = ${userId} ${project ? tx`and m.project_id = ${project}` : tx``}
    order by s.created_at desc, s.id desc
    limit ${limit + 1}
  `;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toView(row, locale)),
    nextCursor:
      rows.length > limit && last ? toCursor(newestFirst, last.createdText.replace(' ', 'T'), last.id) : null,
  };
}
