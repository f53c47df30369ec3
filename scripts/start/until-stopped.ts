import { Complaint } from './complaint.ts';
import { Teardown } from './teardown.ts';

/** After this long something hangs; the processes end by their closed pipes when this one does. */
const TEARDOWN_TIMEOUT_MS = 20_000;

/**
 * Runs what `begin` starts until Ctrl-C, a signal or the loss of whoever started us, stops all of it and ends the process: with 0,
 * 130 when it was stopped before it had begun, or 1 when something went wrong, which is said.
 */
export async function untilStopped(
  begin: (teardown: Teardown, signal: AbortSignal) => Promise<void>,
): Promise<never> {
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
    await begin(teardown, stopping.signal);
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
}
