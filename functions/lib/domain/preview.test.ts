import { describe, expect, it } from 'vitest';
import { previewRecurrence, previewReminders } from './preview.ts';

const daily = { rrule: 'FREQ=DAILY', dtstart: '2026-11-25T09:00', timezone: 'Europe/Berlin' };
const utc = (asked: Parameters<typeof previewRecurrence>[0]) =>
  previewRecurrence(asked).occurrences.map((one) => one.utc);

describe('a preview', () => {
  it('begins with the first five occurrences when nothing else is said', () => {
    expect(utc(daily)).toHaveLength(5);
    expect(utc(daily)[0]).toBe('2026-11-25T08:00:00Z');
  });

  it('goes on from a due date, and from a completion', () => {
    expect(utc({ ...daily, due: '2026-11-30T09:00', count: 1 })).toEqual(['2026-12-01T08:00:00Z']);
    expect(utc({ ...daily, due: '2026-11-30T09:00', completedAt: '2026-12-03T09:00:00Z', count: 2 })).toEqual(
      ['2026-12-04T08:00:00Z', '2026-12-05T08:00:00Z'],
    );
  });

  it('has nothing to show once the series has ended', () => {
    const ended = { ...daily, rrule: 'FREQ=DAILY;COUNT=2', completedAt: '2026-12-03T09:00:00Z', count: 3 };

    expect(previewRecurrence(ended)).toEqual({ occurrences: [], text: 'Every day at 09:00, 2 times' });
  });

  it('of reminders refuses a due date that cannot be', () => {
    const due = { date: '2026-02-30', time: null };

    expect(() => previewReminders({ due, timezone: 'UTC', reminders: [] })).toThrowError(
      expect.objectContaining({ code: 'invalid-date' }),
    );
  });
});
