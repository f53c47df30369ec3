import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { exists } from '../../start/process.ts';
import { randomFrom } from '../random.ts';
import type { Fault } from './fault.ts';

const awayMs = 30_000;
const silentMs = 8_000;
const tornMs = 3_000;

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

/** Nobody reaches it for half a minute: commands go on, events wait. */
export const kafkaAway: Fault = {
  lastsMs: awayMs,
  async strike({ world: { kafka } }) {
    kafka.proxy.away();
    await sleep(awayMs);
    kafka.proxy.back();
  },
};

/** It is there, and says nothing; then it says everything. */
export const kafkaSilent: Fault = {
  lastsMs: silentMs,
  async strike({ world: { kafka } }) {
    kafka.proxy.hold();
    await sleep(silentMs);
    kafka.proxy.back();
  },
};

/** Acknowledgements are torn in two: nobody knows then what it has. */
export const kafkaTorn: Fault = {
  lastsMs: tornMs,
  async strike({ world: { kafka } }, dice) {
    kafka.proxy.tear(0.2, randomFrom(`torn ${dice}`).next);
    await sleep(tornMs);
    kafka.proxy.back();
  },
};

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
