/** `npm start`: everything that Zerodo is, on this machine, until Ctrl-C. */
import { fileURLToPath } from 'node:url';
import { readOptions } from './options.ts';
import { startZerodo } from './start-zerodo.ts';
import { untilStopped } from './until-stopped.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

await untilStopped((teardown, signal) =>
  startZerodo(readOptions(process.argv.slice(2), process.env, root), root, teardown, signal),
);
