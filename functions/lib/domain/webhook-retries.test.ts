import { describe, expect, it } from 'vitest';
import { isHopeless, nextAttempt, secondsOf } from './webhook-retries.ts';

const created = new Date('2026-11-21T12:00:00Z');
const after = (ms: number) => new Date(created.getTime() + ms);
const hours = 3_600_000;

describe('a message to a webhook', () => {
  it('is tried at once a few times and then less and less often, for three days', () => {
    const pauses: number[] = [];
    let now = created;
    for (let attempts = 1; ; attempts++) {
      const next = nextAttempt({ attempts, createdAt: created }, now);
      if (!next) break;
      pauses.push((next.getTime() - now.getTime()) / 60_000);
      now = next;
    }

    expect(pauses).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 480, 480, 480, 480, 480, 480, 480]);
    expect(now.getTime() - created.getTime()).toBeLessThanOrEqual(72 * hours);
  });

  it('is not tried before the receiver wants it, unless it wants it in a year', () => {
    expect(nextAttempt({ attempts: 1, createdAt: created }, created, 90)).toEqual(after(90_000));
    expect(nextAttempt({ attempts: 1, createdAt: created }, created, 31_536_000)).toEqual(after(8 * hours));
  });

  it.each([
    ['120', 120],
    ['Sat, 21 Nov 2026 12:01:00 GMT', 60],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['soon', 0],
    [undefined, 0],
  ])('reads Retry-After: %s', (header, seconds) => {
    expect(secondsOf(header, created)).toBe(seconds);
  });
});

describe('a webhook', () => {
  it('is given up after five days and twenty attempts without success, and not before', () => {
    const failingSince = created;

    expect(isHopeless({ failures: 20, failingSince }, after(120 * hours))).toBe(true);
    expect(isHopeless({ failures: 19, failingSince }, after(120 * hours))).toBe(false);
    expect(isHopeless({ failures: 500, failingSince }, after(119 * hours))).toBe(false);
  });
});
