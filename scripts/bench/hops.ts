import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { client, load, median } from './load.ts';
import { functionsOf } from './processes.ts';
import { cpuMs } from './processor.ts';
import { head, say } from './say.ts';

const times = 2_000;
const rounds = 5;

/** What the way to a function takes of the processor: of requests that the gateway answers by itself, since there is no such path. */
export async function hops(zerodo: RunningZerodo): Promise<void> {
  const call = client(zerodo.url, (await zerodo.signUp()).cookie);
  const ask = async () => (await call('GET', '/nothing/of/this/name')).status === 404;
  await load(times, 20, ask);
  const gateway = (await functionsOf(zerodo.process.pid!)).get('api-gateway');
  if (!gateway) return console.log('Processes are read from /proc, which only Linux has.');
  const pids = { 'the local runner, a hop': zerodo.process.pid!, 'the gateway': gateway.pid };
  const costs = Object.fromEntries(Object.keys(pids).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    const before = Object.values(pids).map(cpuMs);
    const { errors } = await load(times, 20, ask);
    if (errors > 0) throw new Error(`${errors} requests were not answered with 404.`);
    for (const [index, [name, pid]] of Object.entries(pids).entries())
      costs[name]!.push((cpuMs(pid) - before[index]!) / times);
  }
  head('a request on its way', 'processor');
  for (const [name, list] of Object.entries(costs)) say(name, `${median(list).toFixed(2)} ms`);
}
