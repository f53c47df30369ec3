/** `npm start`: everything that Zerodo is, on this machine, until Ctrl-C. */
import { fileURLToPath } from 'node:url';
import { Complaint } from './complaint.ts';
import { readOptions } from './options.ts';
import { startZerodo } from './start-zerodo.ts';
import { Teardown } from './teardown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** After this long something hangs; the processes end by their closed pipes when this one does. */
const TEARDOWN_TIMEOUT_MS = 20_000;

const stopping = new AbortController();
let status = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
  process.on(signal, () => stopping.abort());
// Whatever it is, nothing may be left running.
process.on('uncaughtException', (error) => {
  console.error(error);
  status = 1;
  stopping.abort();
});
process.stdout.on('error', () => stopping.abort());

const teardown = new Teardown();
try {
  await startZerodo(readOptions(process.argv.slice(2), process.env, root), root, teardown, stopping.signal);
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
  console.log('\n  Stopping …');
} catch (error) {
  status ||= stopping.signal.aborted ? 130 : 1;
  if (stopping.signal.aborted) console.log('\n  Stopping …');
  else if (error instanceof Complaint) console.error(error.message);
  else console.error(error instanceof Error ? (error.stack ?? error.message) : error);
}
setTimeout(() => process.exit(1), TEARDOWN_TIMEOUT_MS).unref();
await teardown.run();
process.exit(status);
