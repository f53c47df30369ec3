import { stateOf } from '@zerodo/domain/series-events';
import type { SeriesState } from '@zerodo/domain/series-schema';
import { type SeriesRow, toSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { batch, beforeAll, type Comparison, type Difference, differing } from './comparison.ts';
import { lastTold, missing, type Told, withoutRow } from './told.ts';

/**
 * Rebuilds every series from the last that was told of it. When it comes next moves on with its occurrences, which are told of by
 * themselves; its rule in words is as the release said it that told of it.
 */
export async function rebuildSeries(tx: Tx): Promise<Comparison> {
  const differences: Difference[] = [];
  let compared = 0;
  for (let after: string | undefined = beforeAll; after; ) {
    const rows: SeriesRow[] = await tx<SeriesRow[]>`
      select * from series where id > ${after} order by id limit ${batch}
    `;
    const told = await lastTold<SeriesState>(
      tx,
      'series',
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const what = difference(row, told.get(row.id));
      if (what) differences.push({ id: row.id, what });
    }
    compared += rows.length;
    after = rows.length === batch ? rows.at(-1)!.id : undefined;
  }
  const ids = await withoutRow(tx, 'series');
  const lost = await missing(tx, [...(await lastTold<SeriesState>(tx, 'series', ids)).values()]);
  return {
    ...{ table: 'series', compared: compared + lost.length, gone: ids.length - lost.length },
    differences: [
      ...differences,
      ...lost.map(({ id }) => ({ id, what: 'the log tells of it, no row is there' })),
    ],
  };
}

function difference(row: SeriesRow, told: Told<SeriesState> | undefined): string | null {
  if (!told) return 'a row is there, the log does not tell of it';
  const { state, isDeleted } = told;
  if (state.title === '') return 'its person was erased, a row is there';
  const plain = ({ recurrence, ...series }: SeriesState, isDeleted: boolean) => ({
    ...{ ...series, ...recurrence, isDeleted },
    ...{ text: null, nextDueAt: null, updatedAt: null },
  });
  const fields = differing(plain(state, isDeleted), plain(stateOf(toSeries(row)), row.deletedAt !== null));
  return fields.length > 0 ? `another ${fields.join(', ')}` : null;
}
