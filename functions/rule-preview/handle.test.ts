import { randomUUID } from 'node:crypto';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import rulePreview from './handle.ts';

const now = new Date('2026-11-25T09:15:00Z');

describe('rule-preview', () => {
  const preview = testFunction(rulePreview, testDatabase(), { now: () => now });
  const ask = (query: string, args: object) => preview.ask(query, args, randomUUID());
  const daily = { rrule: 'FREQ=DAILY', dtstart: '2027-03-26T02:30', timezone: 'Europe/Berlin' };

  it('shows the next occurrences of a rule with its words', async () => {
    const { status, json } = await ask('preview-recurrence', {
      ...daily,
      after: '2027-03-27T12:00:00Z',
      count: 2,
    });

    expect(status).toBe(200);
    expect(json).toEqual({
      occurrences: [
        { local: '2027-03-28T03:30:00+02:00', utc: '2027-03-28T01:30:00Z' },
        { local: '2027-03-29T02:30:00+02:00', utc: '2027-03-29T00:30:00Z' },
      ],
      text: 'Every day at 02:30',
    });
  });

  it('says which part of a rule is wrong', async () => {
    const { status, json } = await ask('preview-recurrence', { ...daily, rrule: 'FREQ=DAILY;BYMONTHDAY=32' });

    expect(status).toBe(422);
    expect(json).toMatchObject({
      code: 'invalid-recurrence',
      detail: expect.stringContaining('BYMONTHDAY=32'),
    });
  });

  it('has no occurrences for a rule that never matches', async () => {
    const { status, json } = await ask('preview-recurrence', {
      ...daily,
      rrule: 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    });

    expect(status).toBe(200);
    expect(json.occurrences).toEqual([]);
  });

  it('shows when reminders fire, equal instants once', async () => {
    const { json } = await ask('preview-reminders', {
      due: { date: '2026-11-23', time: '14:00:00' },
      timezone: 'Europe/Berlin',
      reminders: [
        { type: 'before', minutes: 30 },
        { type: 'at', local: '2026-11-23T13:30' },
      ],
    });

    expect(json).toEqual({
      reminders: [{ local: '2026-11-23T13:30:00+01:00', utc: '2026-11-23T12:30:00Z' }],
    });
  });

  it('reads a line of words, now and in UTC where nothing else is said', async () => {
    const { json } = await ask('parse-quick-add', { text: 'Call Ana 9am' });

    expect(json).toMatchObject({ title: 'Call Ana', due: { date: '2026-11-26', time: '09:00' } });
  });

  it('refuses a line without a title', async () => {
    const { status, json } = await ask('parse-quick-add', { text: '#Work tomorrow' });

    expect(status).toBe(422);
    expect(json.code).toBe('empty-title');
  });
});
