/**
 * `npm run replay -- --list`: what could not be delivered, and why; `-- <id …>` or `-- --all` sends it again to the function that
 * it was for, and marks what was taken. `-- --consumer <function> --from <instant> [--to <instant>]` sends a function once more what
 * it heard in that time.
 */
import type { AsWorker } from '@zerodo/runtime/query';
import { connect } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import { readArgs } from '../read-args.ts';
import { attach } from '../start/attach.ts';
import { Complaint, complain } from '../start/complaint.ts';
import { root } from '../tool.ts';
import { hearingsOf } from './consumers.ts';
import { type Installation, listLetters, sendLetters, waitingLetters } from './letters.ts';
import { replayTo } from './replay-to.ts';
import { readSpan } from './span.ts';

const options = {
  list: { type: 'boolean' },
  all: { type: 'boolean' },
  consumer: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;
const advice = 'See docs/how-to/replay-dead-letters.md.';

type Work = (installation: Installation) => Promise<boolean>;

/** What is asked for; it answers whether all was taken. */
function read(): Work {
  const { values, positionals } = readArgs({ options, allowPositionals: true }, advice);
  const { consumer, list, all } = values;
  if (consumer) {
    if (list || all || positionals.length > 0)
      throw new Complaint(`--consumer goes with --from and --to alone. ${advice}`);
    const hearings = hearingsOf(consumer);
    const span = readSpan(values, { consumer, now: new Date() });
    return (installation) => replayTo(consumer, { span, hearings }, installation);
  }
  if (values.from || values.to) throw new Complaint(`--from and --to go with --consumer. ${advice}`);
  if (list || (!all && positionals.length === 0)) return listLetters;
  return async (installation) =>
    sendLetters(all ? await waitingLetters(installation) : positionals, installation);
}

try {
  const work = read();
  const { database, innerUrl } = await attach(root);
  const sql = connect(database.worker, { max: 1 });
  try {
    const asWorker: AsWorker = (inside) => transaction(sql, { worker: 'replay' }, inside);
    const functionUrl = `${innerUrl}/{function}`;
    if (!(await work({ transaction: asWorker, functionUrl, say: console.log }))) process.exitCode = 1;
  } finally {
    await sql.end({ timeout: 5 });
  }
} catch (error) {
  complain(error);
}
