import { answerReminder, reminderCases } from '@zerodo/testing/cases';
import { describe, expect, it } from 'vitest';
import { reminderInstants } from './reminders.ts';

describe('the reminder cases', () => {
  it.each([...reminderCases(), ...reminderCases('reminders-more.json')])('$id: $note', (one) => {
    expect(answerReminder(one)).toEqual(one.expected_utc);
  });

  it('read a moment in the zone that it names, wherever the task is', () => {
    const at = { type: 'at', local: '2026-11-24T09:00', timezone: 'Asia/Tokyo' } as const;
    const instants = reminderInstants([at, { ...at, timezone: 'UTC' }], null, 'Europe/Berlin');

    expect(instants.map((instant) => instant.toISOString())).toEqual([
      '2026-11-24T00:00:00.000Z',
      '2026-11-24T09:00:00.000Z',
    ]);
  });
});
