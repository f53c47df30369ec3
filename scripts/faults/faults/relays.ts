import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '@zerodo/store/sql';
import { randomFrom } from '../random.ts';
import { type Fault, processOf, signal } from './fault.ts';
import { launchRelay, tick } from './second-relay.ts';

const togetherMs = 3_000;
const pausedMs = 3_000;
const tickMs = 30;

/** The relay, three times in a row: between numbering, publishing and marking there is not much time. */
export const relayKilled: Fault = {
  lastsMs: 1_500,
  async strike(context, dice) {
    const random = randomFrom(`relay ${dice}`);
    for (let time = 0; time < 3; time++) {
      const relay = await processOf(context, 'outbox-relay');
      await sleep(random.below(400));
      if (relay) signal(relay, 'SIGKILL');
    }
  },
};

/** Another relay beside the one that there is, both as busy as they can be; half-way the first one is killed. */
export const twoRelays: Fault = {
  lastsMs: togetherMs,
  async strike(context) {
    const first = await processOf(context, 'outbox-relay');
    if (!first) return;
    const second = await launchRelay(context, first.program);
    for (const end = Date.now() + togetherMs; Date.now() < end; await sleep(tickMs)) {
      await tick(second);
      if (Date.now() > end - togetherMs / 2) signal(first, 'SIGKILL');
    }
    await second.stop(10_000);
  },
};

/** The relay stands still while it holds the log, loses its session and so its lock, another one goes on, and then the first one does too. */
export const relayOvertaken: Fault = {
  lastsMs: pausedMs,
  async strike(context) {
    const first = await processOf(context, 'outbox-relay');
    if (!first) return;
    const second = await launchRelay(context, first.program);
    await stopHolding(first.pid, context.owner);
    for (const end = Date.now() + pausedMs; Date.now() < end; await sleep(tickMs)) await tick(second);
    signal(first, 'SIGCONT');
    await second.stop(10_000);
  },
};

/** Stops a relay in the middle of a transaction that holds the shard, and ends that; where it never holds it, anywhere. */
async function stopHolding(pid: number, owner: Sql): Promise<void> {
  for (const end = Date.now() + pausedMs; ; await sleep(5)) {
    signal({ pid }, 'SIGSTOP');
    const ended = await owner`
      select pg_terminate_backend(l.pid) from pg_locks l
      where l.locktype = 'advisory' and l.classid = 7203115 and l.granted
    `;
    if (ended.length > 0 || Date.now() > end) return;
    signal({ pid }, 'SIGCONT');
  }
}
