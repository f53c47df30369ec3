/** The Zerodo of a run: what `npm start` starts, from the environment, with the staging that the one argument is. */
import { readOptions } from '../../start/options.ts';
import { type Staging, startZerodo } from '../../start/start-zerodo.ts';
import { untilStopped } from '../../start/until-stopped.ts';
import { root } from '../../tool.ts';

const staging = JSON.parse(process.argv[2] ?? '{}') as Staging;

await untilStopped(async (teardown, signal) => {
  await startZerodo(readOptions([], process.env, root), root, teardown, signal, staging);
  process.send?.('ready');
});
