/**
 * `npm run scale -- http://zerodo.localhost --namespace zerodo`: whether functions of a cluster go from nothing to many and back to nothing,
 * and sleep between ticks; and how much it takes while it does. docs/how-to/measure.md says what each row is.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { head, ms, say } from '../bench/say.ts';
import { functions } from '../render/functions.ts';
import { Complaint } from '../start/complaint.ts';
import { kubectl } from '../verify/cluster/kubectl.ts';
import { throwAway } from '../verify/person.ts';
import { makeTasks, warmHop } from './api.ts';
import { type Options, readOptions } from './options.ts';
import { countPods } from './pods.ts';
import { betweenTicks, type Cluster, during, untilZero } from './watch.ts';

/** Three minutes of ticks: those of a minute come three times. */
const ticking = 180;

const clusterOf = ({ namespace, context }: Options): Cluster => ({
  pods: async () => countPods(await kubectl(context).list('pods', namespace, AbortSignal.timeout(30_000))),
  pause: async (seconds) => void (await sleep(seconds * 1000)),
});

async function scale(options: Options): Promise<void> {
  const cluster = clusterOf(options);
  const sleeping = functions.filter(({ scale: { min } }) => min === 0).map(({ name }) => name);
  const warm = await cluster.pods();
  // Values of the installation may keep some warm that the chart's do not; the way in is one of them.
  const atZero = sleeping.filter((name) => name !== 'api-gateway' || !warm.has(name));
  const ticked = functions.filter(({ schedule }) => schedule !== undefined);
  const often = ticked.filter(({ schedule }) => schedule?.startsWith('* '));
  const names = (list: typeof functions) => list.map(({ name }) => name);

  head('What', 'Seen');
  say('functions at zero without work', `${atZero.length}, after ${await untilZero(cluster, atZero)} s`);
  await betweenTicks(cluster, names(ticked), names(often), ticking);
  say('functions of a clock', `${ticked.length}, each asleep between two ticks within ${ticking} s`);

  const person = throwAway(options.url);
  const never = new AbortController().signal;
  await person.come(never);
  try {
    const { result, seen } = await during(cluster, ['task-create'], makeTasks(options.url, person, options));
    const { measured, heard, eventsPerSecond } = result;
    const most = seen.most('task-create');
    say('pods of task-create under load', String(most));
    say(
      'tasks made',
      `${options.tasks}, ${options.atOnce} at a time: ${measured.perSecond.toFixed(0)}/s, ${measured.errors} errors`,
    );
    say('API', `p50 ${ms(measured.p50)}, p95 ${ms(measured.p95)}, p99 ${ms(measured.p99)}`);
    say('events, from the API to the live stream', `${eventsPerSecond.toFixed(0)}/s, of ${heard} tasks`);
    say('a warm hop, gateway to function', ms(await warmHop(options.url, person, 300)));
    if (measured.errors > 0)
      throw new Complaint(`${measured.errors} of ${options.tasks} requests failed under load`);
    if (most < 2) throw new Complaint('task-create stayed one pod under load');
  } finally {
    await person.leave(never);
  }
  say('functions at zero again', `${atZero.length}, after ${await untilZero(cluster, atZero)} s`);
}

try {
  await scale(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Complaint ? `✗ ${error.message}.` : error);
  process.exitCode = 1;
}
