import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';

const hourMs = 3_600_000;
const wrongMs = 6_000;

const moved = (byMs: number): Fault => ({
  lastsMs: wrongMs,
  async strike({ world: { clock } }) {
    await clock.move(byMs);
    await sleep(wrongMs);
    await clock.move(0);
  },
});

export const clockForward = moved(hourMs);
export const clockBack = moved(-hourMs);
