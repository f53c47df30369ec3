import { describe, expect, it } from 'vitest';
import type { Series } from './series.ts';
import { firstSlot, nextDueAt, nextSlot, type Ruled } from './series-slots.ts';
import { remainingRules, until } from './series-split.ts';

const daily: Ruled = {
  ...{ rrules: ['FREQ=DAILY'], dtstart: '2026-11-23T09:00', timezone: 'Europe/Berlin', allDay: false },
  ...{ floating: false, mode: 'schedule', exdates: [], rdates: [], catchUp: 'latest', until: null },
};
const instant = (local: string) => new Date(`${local}:00+01:00`);

describe('the slots of a series', () => {
  it.each<[string, string, string | undefined]>([
    ['2026-11-24', 'a day, which counts until its end', '2026-11-24'],
    ['2026-11-24T09:00', 'the very moment of a slot', '2026-11-24'],
    ['2026-11-24T08:59:59', 'a moment before it', undefined],
    ['2026-11-23', 'the day before', undefined],
  ])('last until %s: %s', (end, _, expected) => {
    const next = nextSlot({ ...daily, until: end }, instant('2026-11-23T09:00'));

    expect(next?.due.date).toBe(expected);
    expect(nextDueAt({ ...daily, until: end }, instant('2026-11-23T09:00').toISOString(), 0)).toBe(
      expected ? '2026-11-24T08:00:00.000Z' : null,
    );
  });

  it('of whole days last until a day, whatever its time', () => {
    const days = { ...daily, dtstart: '2026-11-23', allDay: true };

    expect(nextSlot({ ...days, until: '2026-11-24T00:00' }, instant('2026-11-23T00:00'))?.due.date).toBe(
      '2026-11-24',
    );
    expect(firstSlot({ ...days, until: '2026-11-22' })).toBeNull();
  });
});

describe('a split series', () => {
  const slotAt = instant('2026-11-26T09:00').toISOString();
  const rest = (rrule: string, over: object = {}) =>
    remainingRules({ ...daily, rrules: [rrule], ...over } as Series, slotAt, 2)[0];

  it.each([
    ['FREQ=DAILY;COUNT=10', 'FREQ=DAILY;COUNT=7'],
    ['COUNT=10;FREQ=DAILY;INTERVAL=3', 'COUNT=9;FREQ=DAILY;INTERVAL=3'],
    ['FREQ=DAILY;COUNT=99999999999', 'FREQ=DAILY;COUNT=99999999996'],
    ['FREQ=HOURLY;COUNT=100', 'FREQ=HOURLY;COUNT=28'],
    ['FREQ=DAILY;COUNT=2', 'FREQ=DAILY;COUNT=1'],
    ['FREQ=DAILY;UNTIL=20270101', 'FREQ=DAILY;UNTIL=20270101'],
  ])('goes on with what is left of %s', (rule, expected) => {
    expect(rest(rule)).toBe(expected);
  });

  it('counts slots that were left out too, and completions where the rule does', () => {
    expect(rest('FREQ=DAILY;COUNT=10', { exdates: ['2026-11-24'] })).toBe('FREQ=DAILY;COUNT=7');
    expect(rest('FREQ=DAILY;COUNT=10', { mode: 'completion' })).toBe('FREQ=DAILY;COUNT=8');
  });

  it('leaves the first one until just before the slot', () => {
    const due = { date: '2026-11-26', timezone: 'UTC', floating: false };

    expect(until({ ...due, time: '09:00' })).toBe('2026-11-26T08:59:59');
    expect(until({ ...due, time: null })).toBe('2026-11-25');
  });
});
