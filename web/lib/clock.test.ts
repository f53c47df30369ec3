import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockOffset, learnTime, now, onClock } from './clock.ts';

const right = Date.parse('2026-03-29T10:00:00Z');
const told = (milliseconds: number) => new Date(milliseconds).toUTCString();

describe('a clock that may be wrong', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.setSystemTime(right);
    learnTime(told(right), right);
    vi.useRealTimers();
  });

  it('is put right by an hour, and says so once', () => {
    const heard = vi.fn();
    const forget = onClock(heard);
    vi.setSystemTime(right + 3_600_000);
    for (let answer = 0; answer < 3; answer++) learnTime(told(right), Date.now());

    expect(heard).toHaveBeenCalledTimes(1);
    expect(Math.abs(now() - right)).toBeLessThan(1000);
    expect(Math.round(clockOffset() / 60_000)).toBe(-60);
    forget();
  });

  it('is believed where an answer was only slow', () => {
    vi.setSystemTime(right);
    learnTime(told(right - 60_000), right - 100_000);

    expect(now()).toBe(right);
  });

  it('is believed where the device slept before an answer came', () => {
    vi.setSystemTime(right);
    learnTime(told(right), right - 3_600_000);

    expect(clockOffset()).toBe(0);
  });

  it('is believed where an answer says nothing', () => {
    vi.setSystemTime(right);
    learnTime(null, right);
    learnTime('yesterday', right);

    expect(clockOffset()).toBe(0);
  });
});
