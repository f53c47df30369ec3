import { config } from './config.ts';
import { endWithStdin } from './end-with-stdin.ts';

/** Ends the process with one sentence when a setting cannot be used: Next would stay and answer 500. */
export function begin(): void {
  try {
    if (config().ZERODO_EXIT_WITH_STDIN === '1') endWithStdin();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
