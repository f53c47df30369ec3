import { config } from './config.ts';
import { endWithStdin } from './end-with-stdin.ts';

/** What Next ends with when it was told to stop and has answered what it was answering: 128 and the number of SIGTERM. */
const toldToStop = 143;

/** Ends the process with one sentence when a setting cannot be used: Next would stay and answer 500. */
export function begin(): void {
  try {
    if (config().ZERODO_EXIT_WITH_STDIN === '1') endWithStdin();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  // As functions do: to be told to stop, and to stop, is no failure.
  process.once('exit', (code) => {
    if (code === toldToStop) process.exitCode = 0;
  });
}
