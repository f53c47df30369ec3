import { describe, expect, it } from 'vitest';
import { usualPreferences } from './preferences.ts';
import type { Reminder } from './reminder.ts';
import { reminderInstant, reminderInstants, usualReminders } from './reminders.ts';

describe('a reminder', () => {
  const due = { date: '2027-03-28', time: '12:00' };
  const at = (reminder: Reminder, over: Partial<Parameters<typeof reminderInstant>> = []) =>
    reminderInstant(
      reminder,
      over[1] === undefined ? due : over[1],
      over[2] ?? 'Europe/Berlin',
      over[3],
    )?.toISOString();

  it('counts days on the calendar and minutes by the clock', () => {
    expect(at({ type: 'before', days: 1 })).toBe('2027-03-27T11:00:00.000Z');
    expect(at({ type: 'before', minutes: 1440 })).toBe('2027-03-27T10:00:00.000Z');
  });

  it('takes days before a whole day to mean nine in the morning', () => {
    const day = { date: '2026-11-23', time: null };

    expect(reminderInstant({ type: 'before', days: 1 }, day, 'UTC')?.toISOString()).toBe(
      '2026-11-22T09:00:00.000Z',
    );
    expect(reminderInstant({ type: 'before', minutes: 30 }, day, 'UTC')?.toISOString()).toBe(
      '2026-11-22T23:30:00.000Z',
    );
  });

  it('at an instant follows the zone that it names', () => {
    expect(at({ type: 'at', local: '2026-11-23T09:00:30' })).toBe('2026-11-23T08:00:30.000Z');
    expect(at({ type: 'at', local: '2026-11-23T09:00', timezone: 'Asia/Tokyo' })).toBe(
      '2026-11-23T00:00:00.000Z',
    );
  });

  it('without a due date sleeps, unless it names its own instant', () => {
    expect(reminderInstant({ type: 'before', minutes: 5 }, null, 'UTC')).toBeNull();
    expect(reminderInstant({ type: 'at', local: '2026-11-23T09:00' }, null, 'UTC')).not.toBeNull();
  });

  it.each([
    ['2026-11-23T21:59', '2026-11-23T21:59:00.000Z'],
    ['2026-11-23T22:00', '2026-11-24T07:00:00.000Z'],
    ['2026-11-24T06:59', '2026-11-24T07:00:00.000Z'],
    ['2026-11-24T07:00', '2026-11-24T07:00:00.000Z'],
  ])('at %s waits for the end of quiet hours: %s', (local, instant) => {
    expect(
      reminderInstant({ type: 'at', local }, null, 'UTC', { from: '22:00', to: '07:00' })?.toISOString(),
    ).toBe(instant);
  });

  it('never fires earlier for quiet hours that end in an hour that comes twice', () => {
    const secondPass = { type: 'before', minutes: 60 } as const;
    const held = reminderInstant(secondPass, { date: '2026-10-25', time: '03:15' }, 'Europe/Berlin', {
      from: '22:00',
      to: '02:30',
    });

    expect(held?.toISOString()).toBe('2026-10-25T01:30:00.000Z');
  });

  it('fires once where several mean the same instant, in order', () => {
    const several: Reminder[] = [
      { type: 'before', minutes: 30 },
      { type: 'before', minutes: 60 },
      { type: 'at', local: '2027-03-28T11:30' },
    ];

    expect(reminderInstants(several, due, 'Europe/Berlin').map((instant) => instant.toISOString())).toEqual([
      '2027-03-28T09:00:00.000Z',
      '2027-03-28T09:30:00.000Z',
    ]);
  });

  it('comes by default an hour before a time and at nine on a whole day', () => {
    const usual = (time: string | null) =>
      usualReminders({ date: '2026-11-23', time }, usualPreferences.reminders);

    expect(usual('14:00')).toEqual([{ type: 'before', minutes: 60 }]);
    expect(usual(null)).toEqual([{ type: 'before', days: 0, at: '09:00' }]);
  });

  it('refuses dates and zones that cannot be', () => {
    expect(() => at({ type: 'at', local: '2026-13-01' })).toThrowError(
      expect.objectContaining({ code: 'invalid-date' }),
    );
    expect(() => at({ type: 'at', local: '2026-11-23', timezone: 'Mars/Olympus' })).toThrowError(
      expect.objectContaining({ code: 'unknown-timezone' }),
    );
  });
});
