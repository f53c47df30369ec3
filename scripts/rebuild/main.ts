/**
 * `npm run rebuild`: rebuilds tasks, series and statistics from the log in memory, compares them with the tables, and says what differs.
 * Of the Zerodo that `npm start` runs here, or of the database in ZERODO_WORKER_DATABASE_URL. Changes nothing.
 */
import { connect } from '@zerodo/store/sql';
import { readArgs } from '../read-args.ts';
import { attach } from '../start/attach.ts';
import { complain } from '../start/complaint.ts';
import { root } from '../tool.ts';
import type { Comparison } from './comparison.ts';
import { rebuild } from './rebuild.ts';

/** As many as are named of each table. */
const named = 100;

function show({ table, compared, gone, differences }: Comparison): string {
  const erased = gone > 0 ? `, ${gone} erased` : '';
  const more = differences.length > named ? [`  and ${differences.length - named} more`] : [];
  const lines = differences.slice(0, named).map(({ id, what }) => `  ${id}  ${what}`);
  return [`${table}: ${compared} compared${erased}, ${differences.length} differ`, ...lines, ...more].join(
    '\n',
  );
}

try {
  readArgs({ options: {} }, 'npm run rebuild takes none.');
  const url = process.env.ZERODO_WORKER_DATABASE_URL || (await attach(root)).database.worker;
  const sql = connect(url, { max: 1 });
  try {
    const comparisons = await rebuild(sql);
    console.log(comparisons.map(show).join('\n'));
    const isEqual = comparisons.every(({ differences }) => differences.length === 0);
    console.log(isEqual ? 'The tables are what the log says.' : 'The tables are not what the log says.');
    if (!isEqual) process.exitCode = 1;
  } finally {
    await sql.end({ timeout: 5 });
  }
} catch (error) {
  complain(error);
}
