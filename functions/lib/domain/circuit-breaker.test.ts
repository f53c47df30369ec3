import { describe, expect, it } from 'vitest';
import { pauseAfter } from './circuit-breaker.ts';

describe('a circuit breaker', () => {
  it('stays closed below five failures in a row', () => {
    expect([0, 1, 4].map(pauseAfter)).toEqual([null, null, null]);
  });

  it('pauses twice as long after every probe that failed, a quarter of an hour at most', () => {
    expect([5, 6, 7, 9, 10, 2_000].map(pauseAfter)).toEqual([
      30_000, 60_000, 120_000, 480_000, 900_000, 900_000,
    ]);
  });
});
