/**
 * `npm run replay -- --list`: what could not be delivered, and why. `npm run replay -- <id …>` or `-- --all` sends it again to
 * the function that it was for, and marks what was taken.
 */
import { parseArgs } from 'node:util';
import { Rejected } from '@zerodo/domain/rejected';
import type { AsWorker } from '@zerodo/runtime/query';
import { type DeadLetter, explained, listDeadLetters } from '@zerodo/store/dead-letters';
import { connect } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import { resend } from '../../functions/dead-letter-resend/resend.ts';
import { attach } from '../start/attach.ts';
import { Complaint } from '../start/complaint.ts';
import { root } from '../tool.ts';

const options = { list: { type: 'boolean' }, all: { type: 'boolean' } } as const;
const limit = 100_000;

function show({ id, subscription, reason, attributes, failedAt }: DeadLetter): string {
  const { status, words } = explained(reason);
  return `${id}  ${failedAt.toISOString()}  ${subscription}  ${attributes.type} ${attributes.id}  ${status ?? '–'}  ${words}`;
}

async function again(id: string, functionUrl: string, transaction: AsWorker): Promise<void> {
  const { taken, reason } = await resend(id, { userId: null, functionUrl, transaction });
  if (!taken) process.exitCode = 1;
  console.log(`${id}  ${taken ? 'taken' : `refused with ${reason}, kept`}`);
}

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { database, innerUrl } = await attach(root);
  const sql = connect(database.worker, { max: 1 });
  try {
    const asWorker: AsWorker = (work) => transaction(sql, { worker: 'replay' }, work);
    const waiting = await asWorker((tx) => listDeadLetters(tx, { all: false, limit }));
    const ids = values.all ? waiting.map(({ id }) => id) : positionals;
    if (values.list || ids.length === 0) {
      console.log(waiting.length > 0 ? waiting.map(show).join('\n') : 'There are no dead letters.');
    } else {
      for (const id of ids) await again(id, `${innerUrl}/{function}`, asWorker);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
} catch (error) {
  console.error(
    error instanceof Error && (error instanceof Complaint || error instanceof Rejected || 'code' in error)
      ? error.message
      : error,
  );
  process.exitCode = 1;
}
