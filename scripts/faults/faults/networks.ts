import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../random.ts';
import type { Fault } from './fault.ts';

const tornMs = 3_000;

/** People's connections end in the middle of an answer: they ask again, and it may have been done. */
export const answersTorn: Fault = {
  lastsMs: tornMs,
  async strike({ world: { door } }, dice) {
    door.tear(0.3, randomFrom(`torn ${dice}`).next);
    await sleep(tornMs);
    door.back();
  },
};

/** All of people's connections end at once, a few times. */
export const connectionsCut: Fault = {
  lastsMs: tornMs,
  async strike({ world: { door } }) {
    for (let time = 0; time < 10; time++) {
      door.cut();
      await sleep(tornMs / 10);
    }
  },
};
