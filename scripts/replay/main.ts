/**
 * `npm run replay -- --list`: what could not be delivered, and why. `npm run replay -- <id …>` or `-- --all` sends it again to
 * the function that it was for, and marks what was taken.
 */
import { parseArgs } from 'node:util';
import { connect } from '@zerodo/store/sql';
import { type DeadLetter, listDeadLetters, markReplayed, readDeadLetter } from '../local/dead-letters.ts';
import { readManifests } from '../local/manifests.ts';
import { headersOf } from '../local/send.ts';
import { subscriptionsOf } from '../local/subscription.ts';
import { attach } from '../start/attach.ts';
import { Complaint } from '../start/complaint.ts';
import { root } from '../tool.ts';

const options = { list: { type: 'boolean' }, all: { type: 'boolean' } } as const;

function show({ id, subscription, reason, attributes, failedAt }: DeadLetter): string {
  const { knativeerrorcode = '–', knativeerrordata, knativeerrordest: _, ...said } = reason;
  const words =
    Object.values(said).join(' ') || (knativeerrordata && Buffer.from(knativeerrordata, 'base64').toString());
  return `${id}  ${failedAt.toISOString()}  ${subscription}  ${attributes.type} ${attributes.id}  ${knativeerrorcode}  ${words ?? ''}`;
}

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { database, innerUrl } = await attach(root);
  const sql = connect(database.worker, { max: 1 });
  try {
    const waiting = await listDeadLetters(sql, { all: false });
    const ids = values.all ? waiting.map(({ id }) => id) : positionals;
    if (values.list || ids.length === 0) {
      console.log(waiting.length > 0 ? waiting.map(show).join('\n') : 'There are no dead letters.');
    } else {
      const subscriptions = subscriptionsOf(await readManifests(`${root}knative/local`));
      for (const id of ids) {
        const letter = await readDeadLetter(sql, id);
        const to = subscriptions.find(({ name }) => name === letter?.subscription);
        if (!letter || !to) throw new Complaint(`${id} is no dead letter of a subscription that exists now.`);
        const { status } = await fetch(`${innerUrl}/${to.service}`, {
          method: 'POST',
          headers: headersOf(letter),
          body: letter.data,
        });
        if (status < 300) await markReplayed(sql, id);
        else process.exitCode = 1;
        console.log(`${id}  ${status < 300 ? 'taken' : `refused with ${status}, kept`}`);
      }
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
} catch (error) {
  console.error(
    error instanceof Error && (error instanceof Complaint || 'code' in error) ? error.message : error,
  );
  process.exitCode = 1;
}
