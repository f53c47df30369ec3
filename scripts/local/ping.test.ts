import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pingEvent, startPing } from './ping.ts';

const ping = { name: 'reminder-due', schedule: '* * * * *', timezone: 'UTC', data: '{}' };

describe('a PingSource', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-21T12:00:30Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const ticksOf = (schedule: string, timezone: string, ms: number): string[] => {
    const ticks: string[] = [];
    const source = startPing({ ...ping, schedule, timezone }, async ({ attributes }) => {
      ticks.push(attributes.time as string);
    });
    vi.advanceTimersByTime(ms);
    source.stop();
    return ticks;
  };

  it('ticks on the minute with five fields', () => {
    expect(ticksOf('* * * * *', 'UTC', 120_000)).toEqual([
      '2026-11-21T12:01:00.000Z',
      '2026-11-21T12:02:00.000Z',
    ]);
  });

  it('ticks on the second with six fields', () => {
    expect(ticksOf('*/20 * * * * *', 'UTC', 31_000)).toEqual([
      '2026-11-21T12:00:40.000Z',
      '2026-11-21T12:01:00.000Z',
    ]);
  });

  it('reads its schedule on the clock of its time zone', () => {
    expect(ticksOf('31 17 * * *', 'Asia/Kolkata', 120_000)).toEqual(['2026-11-21T12:01:00.000Z']);
  });

  it('gives every tick an id of its own', () => {
    const now = new Date();

    expect(pingEvent(ping, now).attributes).toMatchObject({
      type: 'dev.knative.sources.ping',
      source: '/apis/v1/namespaces/zerodo/pingsources/reminder-due',
    });
    expect(pingEvent(ping, now).attributes.id).not.toBe(pingEvent(ping, now).attributes.id);
  });

  it.each(['* * * *', '61 * * * *', '* * * * * * *'])('refuses the schedule "%s"', (schedule) => {
    expect(() => ticksOf(schedule, 'UTC', 0)).toThrow();
  });

  it('refuses a time zone that does not exist', () => {
    expect(() => ticksOf('* * * * *', 'Mars/Olympus', 0)).toThrow();
  });
});
