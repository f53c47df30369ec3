import { Rejected } from '@zerodo/domain/rejected';
import type { Series } from '@zerodo/domain/series';
import { readOnly } from './read-only.ts';
import type { Tx } from './sql.ts';

export type SeriesRow = Omit<Series, 'nextDueAt' | 'createdAt' | 'updatedAt'> & {
  nextDueAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  isActive: boolean;
  tzdata: string | null;
  deletedAt: Date | null;
};

export const toSeries = ({ isActive: _, tzdata: _tzdata, deletedAt: _gone, ...row }: SeriesRow): Series => ({
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
  tzdata: process.versions.tz,
});

/** False when the id is taken; then nothing is written. */
export async function addSeries(tx: Tx, series: Series): Promise<boolean> {
  const { id, createdBy, createdAt } = series;
  const row = { ...columns(tx, series), id, createdBy, createdAt };
  const { count } = await tx`insert into series ${tx(row)} on conflict (id) do nothing`;
  return count > 0;
}

/** Stores the new state of a series that is held; one that was deleted is there again. */
export async function saveSeries(tx: Tx, series: Series): Promise<void> {
  await tx`update series set ${tx(columns(tx, series))}, deleted_at = null where id = ${series.id}`;
}

/** The series is gone for everybody; its row stays for its history. */
export const removeSeries = (tx: Tx, series: Series) => tx`
  update series set ${tx(columns(tx, series))}, deleted_at = ${series.updatedAt} where id = ${series.id}
`;

/** Reads a series and holds it until the transaction ends; one that was deleted where `gone` is asked for too. */
export async function lockSeries(tx: Tx, id: string, gone = false): Promise<Series | undefined> {
  const [row] = await tx<SeriesRow[]>`
    select * from series where id = ${id} ${gone ? tx`` : tx`and deleted_at is null`} for update
  `;
  return row && toSeries(row);
}

/**
 * Reads a series that `userId` may change and holds it until the transaction ends.
 *
 * @throws Rejected `series-not-found`, `project-read-only`
 */
export async function lockOwnSeries(tx: Tx, id: string, userId: string): Promise<Series> {
  const [row] = await tx<(SeriesRow & { role: string })[]>`
    select s.*, m.role
    from series s join project_members m on m.project_id = s.project_id and m.user_id = ${userId}
    where s.id = ${id} and s.deleted_at is null
    for update of s
  `;
  if (!row) throw noSeries();
  const { role, ...series } = row;
  if (role === 'viewer') throw readOnly();
  return toSeries(series);
}

export const noSeries = () =>
  new Rejected('series-not-found', 'There is no such series, or it is not yours.');

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
  series: Pick<Series, 'id' | 'nextDueAt' | 'state' | 'version' | 'updatedAt'>,
) => tx`
  update series
  set next_due_at = ${series.nextDueAt}, state = ${series.state}, version = ${series.version},
      updated_at = ${series.updatedAt}, tzdata = ${process.versions.tz!}
  where id = ${series.id}
`;

/**
 * One series that spawns on schedule and whose time has come, held; undefined when none is free.
 * The one that was served longest ago comes first, so that one far behind keeps nobody waiting.
 */
export async function lockScheduled(tx: Tx, now: Date): Promise<Series | undefined> {
  const [row] = await tx<SeriesRow[]>`
    select * from series
    where is_active and deleted_at is null and spawn = 'schedule' and next_due_at <= ${now}
      and not exists (select from projects p where p.id = series.project_id and p.deleted_at is not null)
    order by updated_at
    limit 1
    for update skip locked
  `;
  return row && toSeries(row);
}
