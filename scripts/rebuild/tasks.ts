import type { Task } from '@zerodo/domain/task';
import type { Tx } from '@zerodo/store/sql';
import { instantColumns, type TaskRow, toTask } from '@zerodo/store/task-row';
import { batch, beforeAll, type Comparison, type Difference, differing, idsOf } from './comparison.ts';
import { lastTold, missing, type Told, withoutRow } from './told.ts';

type Row = Omit<TaskRow, 'series' | 'reminders'> & { deletedAt: Date | null };

/** Rebuilds every task from the last that was told of it. Reminders are each person's own, and no part of it. */
export async function rebuildTasks(tx: Tx): Promise<Comparison> {
  const differences: Difference[] = [];
  let compared = 0;
  for (let after: string | undefined = beforeAll; after; ) {
    // Of two columns with one name the driver keeps the second.
    const rows: Row[] = await tx<Row[]>`
      select t.*, ${instantColumns(tx)}, case when s.deleted_at is null then s.id end as series_id
      from tasks t left join series s on s.id = t.series_id
      where t.id > ${after} order by t.id limit ${batch}
    `;
    const told = await lastTold<Task>(
      tx,
      'task',
      rows.map(({ id }) => id),
    );
    const living = await livingSeries(tx, [...told.values()]);
    for (const row of rows) {
      const what = difference(row, told.get(row.id), living);
      if (what) differences.push({ id: row.id, what });
    }
    compared += rows.length;
    after = rows.length === batch ? rows.at(-1)!.id : undefined;
  }
  const { lost, gone } = await lostTasks(tx);
  return {
    ...{ table: 'tasks', compared: compared + lost.length, gone },
    differences: [
      ...differences,
      ...lost.map((id) => ({ id, what: 'the log tells of it, no row is there' })),
    ],
  };
}

/** Null where the row is what was told. */
function difference(row: Row, told: Told<Task> | undefined, living: ReadonlySet<string>): string | null {
  // An import takes deleted occurrences along for their series to count, and announces nothing that nobody sees.
  if (!told) return row.deletedAt && row.version === 1 ? null : 'a row is there, the log does not tell of it';
  const { state, isDeleted } = told;
  if (state.title === '') return 'its person was erased, a row is there';
  const seriesId = state.recurrence?.seriesId ?? null;
  const rebuilt = {
    ...{ ...state, recurrence: null, reminders: [] },
    ...{ seriesId: seriesId && living.has(seriesId) ? seriesId : null, isDeleted },
  };
  const stored = {
    ...toTask({ ...row, series: null, reminders: [] }),
    ...{ seriesId: row.seriesId, isDeleted: row.deletedAt !== null },
  };
  const fields = differing(rebuilt, stored);
  return fields.length > 0 ? `another ${fields.join(', ')}` : null;
}

/** A task shows its series for as long as that is there; when it goes nothing is told of what was done already. */
async function livingSeries(tx: Tx, told: readonly Told<Task>[]): Promise<Set<string>> {
  const named = new Set(told.flatMap(({ state }) => state.recurrence?.seriesId ?? []));
  const rows = await tx<{ id: string }[]>`
    select id from series where id = any (${idsOf(tx, [...named])}::text[]::uuid[]) and deleted_at is null
  `;
  return new Set(rows.map(({ id }) => id));
}

async function lostTasks(tx: Tx): Promise<{ lost: string[]; gone: number }> {
  const ids = await withoutRow(tx, 'task');
  const lost: string[] = [];
  for (let from = 0; from < ids.length; from += batch) {
    const told = await lastTold<Task>(tx, 'task', ids.slice(from, from + batch));
    lost.push(...(await missing(tx, [...told.values()])).map(({ id }) => id));
  }
  return { lost, gone: ids.length - lost.length };
}
