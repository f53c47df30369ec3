import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { exists } from '../../start/process.ts';
import type { Fault } from './fault.ts';
import { away, silent, torn } from './on-the-way.ts';

const stopped = (how: 'SIGKILL' | 'SIGTERM', forMs: number): Fault => ({
  lastsMs: forMs + 4_000,
  async strike({ world: { kafka } }) {
    await kafka.stop(how);
    await sleep(forMs);
    await kafka.start();
  },
});

export const kafkaKilled = stopped('SIGKILL', 1_000);
export const kafkaRestarted = stopped('SIGTERM', 0);

/** For half a minute: commands go on, events wait. */
export const kafkaAway = away('kafka', 30_000);
export const kafkaSilent = silent('kafka', 8_000);
export const kafkaTorn = torn('kafka', 3_000, 0.2);

/**
 * Its disk is full: no file may grow beyond a few kilobytes (setrlimit, by prlimit of util-linux), so the next write fails and the
 * broker ends, as it does without a disk to write to. Then there is room again.
 */
export const kafkaFull: Fault = {
  lastsMs: 8_000,
  async strike({ world: { kafka } }) {
    const pid = kafka.pid();
    execFileSync('prlimit', ['--pid', String(pid), '--fsize=4096']);
    for (const end = Date.now() + 10_000; exists(pid) && Date.now() < end; ) await sleep(50);
    if (exists(pid)) await kafka.stop('SIGKILL');
    await kafka.start();
  },
};
