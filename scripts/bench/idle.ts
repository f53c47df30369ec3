import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { client } from './load.ts';
import { family, functionsOf } from './processes.ts';
import { cpuMs } from './processor.ts';
import { head, say } from './say.ts';

const seconds = 120;

/** What it costs while nobody uses it and nothing is due, from the moment at which the last function that worked has stopped. */
export async function idle(zerodo: RunningZerodo): Promise<void> {
  const { cookie } = await zerodo.signUp();
  await client(zerodo.url, cookie)('POST', '/tasks', { title: 'The first' });
  const until = Date.now() + 5 * 60_000;
  while ((await functionsOf(zerodo.process.pid!)).size > 0) {
    if (Date.now() > until) throw new Error('Functions are still there after five minutes without work.');
    await sleep(500);
  }
  const pids = await family(zerodo.process.pid!);
  const taken = () => pids.reduce((sum, pid) => sum + (cpuMs(pid) || 0), 0);
  const before = taken();
  const awake = new Set<string>();
  for (let second = 0; second < seconds; second++) {
    await sleep(1000);
    for (const name of (await functionsOf(zerodo.process.pid!)).keys()) awake.add(name);
  }
  head(`${seconds} s without a user`, 'processor', 'functions that a clock woke');
  say(
    'runner, web and Postgres',
    `${((taken() - before) / seconds / 10).toFixed(2)} % of a core`,
    [...awake].sort().join(', ') || 'none',
  );
}
