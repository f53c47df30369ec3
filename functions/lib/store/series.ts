import type { Series } from '@zerodo/domain/series';
import type { Tx } from './sql.ts';

type SeriesRow = Omit<Series, 'nextDueAt' | 'createdAt' | 'updatedAt'> & {
  nextDueAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

const toSeries = (row: SeriesRow): Series => ({
  ...row,
  nextDueAt: row.nextDueAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const columns = (tx: Tx, { id: _id, createdBy: _by, createdAt: _at, ...series }: Series) => ({
  ...series,
  labels: tx.types.textArray(series.labels),
  rrules: tx.types.textArray(series.rrules),
  exdates: tx.types.textArray(series.exdates),
  rdates: tx.types.textArray(series.rdates),
  reminders: tx.json(series.reminders as never),
});

export async function addSeries(tx: Tx, series: Series): Promise<void> {
  const { id, createdBy, createdAt } = series;
  await tx`insert into series ${tx({ ...columns(tx, series), id, createdBy, createdAt })}`;
}

export async function saveSeries(tx: Tx, series: Series): Promise<void> {
  await tx`update series set ${tx(columns(tx, series))} where id = ${series.id}`;
}

/** Reads a series and holds it until the transaction ends. */
export async function lockSeries(tx: Tx, id: string): Promise<Series | undefined> {
  const [row] = await tx<SeriesRow[]>`select * from series where id = ${id} for update`;
  return row && toSeries(row);
}

/** How many occurrences of a series have been done, tidied away or not. */
export async function completionsOf(tx: Tx, seriesId: string): Promise<number> {
  const [row] = await tx<{ completions: number }[]>`
    select count(*) as completions from tasks
    where series_id = ${seriesId} and status = 'completed'
  `;
  return row!.completions;
}

/** When the next occurrence is due, and whether there will be one. */
export const saveNextDue = (
  tx: Tx,
  series: Pick<Series, 'id' | 'nextDueAt' | 'isActive' | 'version' | 'updatedAt'>,
) => tx`
  update series
  set next_due_at = ${series.nextDueAt}, is_active = ${series.isActive}, version = ${series.version},
      updated_at = ${series.updatedAt}
  where id = ${series.id}
`;

/**
 * One series that spawns on schedule and whose time has come, held; undefined when none is free.
 * The one that was served longest ago comes first, so that one far behind keeps nobody waiting.
 */
export async function lockScheduled(tx: Tx, now: Date): Promise<Series | undefined> {
  const [row] = await tx<SeriesRow[]>`
    select * from series
    where is_active and spawn = 'schedule' and next_due_at <= ${now}
    order by updated_at
    limit 1
    for update skip locked
  `;
  return row && toSeries(row);
}
