import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../random.ts';
import { type Fault, picked, signal } from './fault.ts';

/** What an ended process takes to be missed, and another one to start. */
const missedMs = 1_500;
const pausedMs = 3_000;

const killed = (fits: (name: string) => boolean): Fault => ({
  lastsMs: missedMs,
  async strike({ world }, dice) {
    const running = world.zerodo.processes().filter(({ name }) => fits(name));
    const victim = picked(running, dice);
    if (victim) signal(victim, 'SIGKILL');
    await sleep(missedMs);
  },
});

/** `kill -9` of any function that runs, in the middle of whatever it does. */
export const functionKilled = killed((name) => name !== 'web');

export const webKilled = killed((name) => name === 'web');

/** The whole runner: the door, the broker's part, every subscription; the functions end with it, however far they are. */
export const runnerKilled: Fault = {
  lastsMs: 5_000,
  async strike({ world: { zerodo } }) {
    await zerodo.stop('SIGKILL');
    await zerodo.start();
  },
};

/** As a new version is rolled out: each process is told to end, one after the other, while requests come. */
export const rolledOut: Fault = {
  lastsMs: 5_000,
  async strike({ world }, dice) {
    for (const process of randomFrom(`rolled ${dice}`).shuffled(world.zerodo.processes())) {
      signal(process, 'SIGTERM');
      await sleep(200);
    }
  },
};

/** Everything is told to end at once, and starts again. */
export const restarted: Fault = {
  lastsMs: 8_000,
  async strike({ world: { zerodo } }) {
    await zerodo.stop('SIGTERM');
    await zerodo.start();
  },
};

/** A process that stands still for a while and goes on as if nothing had been, like a machine that swaps. */
export const functionPaused: Fault = {
  lastsMs: pausedMs,
  async strike({ world }, dice) {
    const victim = picked(
      world.zerodo.processes().filter(({ name }) => name !== 'web'),
      dice,
    );
    if (!victim) return;
    signal(victim, 'SIGSTOP');
    await sleep(pausedMs);
    signal(victim, 'SIGCONT');
  },
};
