import type { Sql, Tx } from '@zerodo/store/sql';
import type { Comparison, Rebuild } from './comparison.ts';
import { checkLog } from './log.ts';
import { rebuildSeries } from './series.ts';
import { rebuildStatistics } from './statistics.ts';
import { rebuildTasks } from './tasks.ts';

const parts: readonly Rebuild[] = [checkLog, rebuildTasks, rebuildSeries, rebuildStatistics];

/** Rebuilds tasks, series and statistics from the log in memory and compares them with the tables. Writes nothing. */
export async function rebuildWithin(tx: Tx): Promise<Comparison[]> {
  // Longer than any function may take: a million tasks take minutes.
  await tx`select set_config('statement_timeout', '0', true)`;
  const comparisons: Comparison[] = [];
  for (const part of parts) comparisons.push(await part(tx));
  return comparisons;
}

/** The same of one moment, however much people change meanwhile; `sql` connects as the worker's role or as the owner. */
export const rebuild = (sql: Sql): Promise<Comparison[]> =>
  sql.begin('isolation level repeatable read read only', (tx) =>
    rebuildWithin(tx as unknown as Tx),
  ) as Promise<Comparison[]>;
