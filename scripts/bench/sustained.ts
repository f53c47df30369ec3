import type { Task } from '@zerodo/domain/task';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { client, loadWhile } from './load.ts';
import type { Plot } from './plot.ts';
import { family, memoryOf } from './processes.ts';
import { head, mib, ms, say } from './say.ts';

const atOnce = 10;

/** As much as it takes from ten connections for so many minutes: creating, listing and completing in turn. */
export async function sustained(zerodo: RunningZerodo, minutes: number): Promise<Plot> {
  const [rates, latencies, memories]: [number, number][][] = [[], [], []];
  const call = client(zerodo.url, (await zerodo.signUp()).cookie);
  const made: string[] = [];
  const once = async (n: number): Promise<boolean> => {
    if (n % 3 === 0) {
      const { status, json } = await call('POST', '/tasks', { title: `Task ${n}` });
      if (status === 201) made.push((json() as Task).id);
      return status === 201;
    }
    const id = n % 3 === 1 && made.shift();
    if (id) return (await call('POST', `/tasks/${id}/complete`)).status === 200;
    return (await call('GET', '/tasks?status=open&limit=50')).status === 200;
  };
  head(`${atOnce} connections`, 'throughput', 'p50', 'p95', 'p99', 'errors', 'memory of all processes');
  for (let minute = 1; minute <= minutes; minute++) {
    const until = performance.now() + 60_000;
    const { perSecond, p50, p95, p99, errors } = await loadWhile(
      () => performance.now() < until,
      atOnce,
      (n) => once(n),
    );
    const memory = await memoryOf(await family(zerodo.process.pid!));
    say(
      `minute ${minute}`,
      `${perSecond.toFixed(0)}/s`,
      ms(p50),
      ms(p95),
      ms(p99),
      String(errors),
      mib(memory),
    );
    rates!.push([minute, perSecond]);
    latencies!.push([minute, p95]);
    memories!.push([minute, memory / 1024 ** 2]);
  }
  return {
    title: 'All that ten connections can ask',
    x: 'minutes',
    lines: [
      { name: 'requests', unit: '/s', points: rates! },
      { name: 'latency, 95th percentile', unit: 'ms', points: latencies! },
      { name: 'memory of all processes', unit: 'MiB', points: memories! },
    ],
  };
}
