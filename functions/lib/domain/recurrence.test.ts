import { answerRecurrence, recurrenceCases } from '@zerodo/testing/cases';
import { aRecurrence } from '@zerodo/testing/recurrence';
import { afterEach, describe, expect, it } from 'vitest';
import {
  checkRecurrence,
  followingOccurrence,
  occurrencesAfter,
  type Recurrence,
  recurrenceText,
} from './recurrence.ts';

const a = (rrule: string, over: Partial<Recurrence> = {}) => aRecurrence({ rrules: [rrule], ...over });

describe('the recurrence cases', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const cases = recurrenceCases();
  const more = recurrenceCases('recurrence-more.json');

  it.each(cases)('$id $rrule: $note', (one) => {
    const occurrences = answerRecurrence(one);

    expect(occurrences.map(({ utc }) => utc)).toEqual(one.expected);
    expect(occurrences.map(({ local }) => local)).toEqual(one.expected_local);
  });

  it.each(more)('$id $rrule: $note', (one) => {
    expect(answerRecurrence(one).map(({ utc }) => utc)).toEqual(one.expected);
  });

  it.each(['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia'])(
    'hold for a process in %s',
    (processZone) => {
      process.env.TZ = processZone;

      expect([...cases, ...more].flatMap((one) => answerRecurrence(one).map(({ utc }) => utc))).toEqual(
        [...cases, ...more].flatMap(({ expected }) => expected),
      );
    },
  );
});

describe('a recurrence', () => {
  const utcOf = (recurrence: Recurrence, after: string, count = 3) =>
    occurrencesAfter(recurrence, new Date(after), count).map(({ utc }) => utc);
  const nextAfter = (recurrence: Recurrence, due: string | null, completedAt: string, completedCount = 1) =>
    followingOccurrence(recurrence, { due, completedAt: new Date(completedAt), completedCount })?.utc ?? null;

  it('names the slot before a gap moves it', () => {
    const [gap] = occurrencesAfter(
      a('FREQ=DAILY', { dtstart: '2027-03-26T02:30' }),
      new Date('2027-03-27T12:00Z'),
      1,
    );

    expect(gap).toEqual({
      nominal: '2027-03-28T02:30:00',
      local: '2027-03-28T03:30:00+02:00',
      utc: '2027-03-28T01:30:00Z',
    });
  });

  it('keeps the order where a gap pushes one slot behind another', () => {
    const twice = a('FREQ=DAILY;BYHOUR=2,3;BYMINUTE=10,45;BYSETPOS=2,3', { dtstart: '2027-03-28T00:00' });

    expect(utcOf(twice, '2027-03-28T00:00:00Z', 2)).toEqual(['2027-03-28T01:10:00Z', '2027-03-28T01:45:00Z']);
  });

  it('joins its rules and RDATEs, each instant once', () => {
    const taxes = a('FREQ=YEARLY;BYMONTH=1,4;BYMONTHDAY=14', {
      rrules: ['FREQ=YEARLY;BYMONTH=1,4;BYMONTHDAY=14', 'FREQ=YEARLY;BYMONTH=6,9;BYMONTHDAY=15'],
      rdates: ['2027-04-14T09:00', '2027-02-01'],
    });

    expect(utcOf(taxes, '2026-11-25T08:00:00Z', 4)).toEqual([
      '2027-01-14T08:00:00Z',
      '2027-02-01T08:00:00Z',
      '2027-04-14T07:00:00Z',
      '2027-06-15T07:00:00Z',
    ]);
  });

  it('leaves out RDATEs that EXDATE names, and whole days where EXDATE is a date', () => {
    const daily = a('FREQ=DAILY', {
      exdates: ['2026-11-26', '2026-11-27T12:00'],
      rdates: ['2026-11-27T12:00'],
    });

    expect(utcOf(daily, '2026-11-25T08:00:00Z', 2)).toEqual(['2026-11-27T08:00:00Z', '2026-11-28T08:00:00Z']);
  });

  it('takes a date as UNTIL to mean the whole of that day', () => {
    expect(utcOf(a('FREQ=DAILY;UNTIL=20261126'), '2026-11-24T00:00:00Z')).toEqual([
      '2026-11-25T08:00:00Z',
      '2026-11-26T08:00:00Z',
    ]);
  });

  it('counts hours that pass, and their BY parts on the wall clock', () => {
    const hourly = a('FREQ=HOURLY;BYHOUR=1,2,3;BYMINUTE=15', { dtstart: '2026-10-25T00:00' });

    expect(utcOf(hourly, '2026-10-24T22:00:00Z', 5)).toEqual([
      '2026-10-24T23:15:00Z',
      '2026-10-25T00:15:00Z',
      '2026-10-25T01:15:00Z',
      '2026-10-25T02:15:00Z',
      '2026-10-26T00:15:00Z',
    ]);
  });

  it('counts COUNT of hours from the first of them', () => {
    const hourly = a('FREQ=HOURLY;BYHOUR=9,10;COUNT=5', { dtstart: '2026-11-20T00:30' });

    expect(utcOf(hourly, '2026-11-21T09:00:00Z', 9)).toEqual([
      '2026-11-21T09:30:00Z',
      '2026-11-22T08:30:00Z',
    ]);
  });

  it('moves on from the second of two equal hours when its instant is given', () => {
    const hourly = a('FREQ=HOURLY', { dtstart: '2026-10-25T00:30' });

    expect(nextAfter(hourly, '2026-10-25T02:30:00+01:00', '2026-10-25T00:40:00Z')).toBe(
      '2026-10-25T02:30:00Z',
    );
  });

  it('does not give the same slot again when it is done early', () => {
    expect(nextAfter(a('FREQ=DAILY'), '2026-11-26T09:00', '2026-11-25T20:00:00Z')).toBe(
      '2026-11-27T08:00:00Z',
    );
  });

  it('counted from completion, skips excluded days by another interval and ends with COUNT', () => {
    const plants = a('FREQ=DAILY;INTERVAL=3;COUNT=4', { mode: 'completion', exdates: ['2026-11-28'] });

    expect(nextAfter(plants, null, '2026-11-25T12:00:00Z', 3)).toBe('2026-12-01T08:00:00Z');
    expect(nextAfter(plants, null, '2026-11-25T12:00:00Z', 4)).toBeNull();
  });

  it('counted from completion, comes at the next of several times a day', () => {
    const pills = a('FREQ=DAILY;BYHOUR=9,18;BYMINUTE=0', { mode: 'completion' });

    expect(nextAfter(pills, null, '2026-11-25T10:00:00Z')).toBe('2026-11-25T17:00:00Z');
  });

  it('of whole days ignores times, and refuses to repeat by the hour', () => {
    const days = a('FREQ=DAILY;BYHOUR=9', { allDay: true, dtstart: '2026-11-25T12:00' });

    expect(utcOf(days, '2026-11-25T00:00:00Z', 1)).toEqual(['2026-11-25T23:00:00Z']);
    expect(() => checkRecurrence(a('FREQ=HOURLY', { allDay: true }))).toThrow(/FREQ=HOURLY/);
  });

  it.each([
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6',
    'FREQ=MONTHLY;INTERVAL=2;BYMONTH=2',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYSETPOS=2',
    'FREQ=DAILY;UNTIL=20261124',
    'FREQ=HOURLY;INTERVAL=168;BYDAY=MO',
    'FREQ=MINUTELY;INTERVAL=2;BYMINUTE=31',
  ])('knows that %s never matches', (rrule) => {
    const never = a(rrule);

    expect(occurrencesAfter(never, new Date('2026-01-01T00:00:00Z'), 1)).toEqual([]);
    expect(() => checkRecurrence(never)).toThrowError(
      expect.objectContaining({ code: 'recurrence-never-matches' }),
    );
  });

  it.each([
    ['dtstart', { dtstart: '0000-01-01' }, 'invalid-date'],
    ['dtstart', { dtstart: '2026-02-30T09:00' }, 'invalid-date'],
    ['exdates', { exdates: ['tomorrow'] }, 'invalid-date'],
    ['timezone', { timezone: 'Mars/Olympus' }, 'unknown-timezone'],
    ['rrules', { rrules: [] }, 'invalid-recurrence'],
  ])('refuses an impossible %s %j with %s', (_part, over, code) => {
    expect(() => checkRecurrence(a('FREQ=DAILY', over))).toThrowError(expect.objectContaining({ code }));
  });

  it.each([
    ['FREQ=DAILY', 'Every day at 09:00'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'Every 3 days at 09:00, 5 times'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every workday at 09:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Every 2 weeks on Tuesday at 09:00'],
    ['FREQ=MONTHLY', 'Every month on the 25th at 09:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', 'Every month on the 30th or last day at 09:00'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'Every month on the last workday at 09:00'],
    ['FREQ=MONTHLY;BYDAY=3FR', 'Every month on the 3rd Friday at 09:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', 'Every month on the 13th, if that is Friday at 09:00'],
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=27', 'Every year on 27 January at 09:00'],
    ['FREQ=YEARLY;BYDAY=20MO', 'Every year on the 20th Monday of the year at 09:00'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'Every year on Wednesday in week 20 at 09:00'],
    ['FREQ=YEARLY;BYYEARDAY=-1', 'Every year on the last day of the year at 09:00'],
    ['FREQ=HOURLY;INTERVAL=12', 'Every 12 hours'],
    [
      'FREQ=DAILY;BYHOUR=9,18;UNTIL=20261224T080000Z',
      'Every day at 09:00 and 18:00, until 24 December 2026 08:00 UTC',
    ],
  ])('is told in words: %s', (rrule, text) => {
    expect(recurrenceText(a(rrule))).toBe(text);
  });

  it.each([
    ['FREQ=DAILY', 'Jeden Tag um 09:00'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'Alle 3 Tage um 09:00, 5-mal'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Jeden Werktag um 09:00'],
    ['FREQ=WEEKLY;BYDAY=MO,FR', 'Jeden Montag und Freitag um 09:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Alle 2 Wochen am Dienstag um 09:00'],
    ['FREQ=MONTHLY', 'Jeden Monat am 25. um 09:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', 'Jeden Monat am 30. oder letzten Tag um 09:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,-1', 'Jeden Monat am 15. und letzten Tag um 09:00'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'Jeden Monat am letzten Werktag um 09:00'],
    ['FREQ=MONTHLY;BYDAY=3FR,-1MO', 'Jeden Monat am 3. Freitag und letzten Montag um 09:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', 'Jeden Monat am 13., wenn das ein Freitag ist um 09:00'],
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=27', 'Jedes Jahr am 27. Januar um 09:00'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1', 'Jedes Jahr am letzten Tag im Februar um 09:00'],
    ['FREQ=YEARLY;BYDAY=20MO', 'Jedes Jahr am 20. Montag des Jahres um 09:00'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'Jedes Jahr am Mittwoch in der 20. Woche um 09:00'],
    ['FREQ=HOURLY;INTERVAL=12', 'Alle 12 Stunden'],
    ['FREQ=DAILY;UNTIL=20261224', 'Jeden Tag um 09:00, bis 24. Dezember 2026'],
  ])('is told in German: %s', (rrule, text) => {
    expect(recurrenceText(a(rrule), 'de')).toBe(text);
  });

  it('is told to be counted from completion, in both languages', () => {
    const plants = a('FREQ=WEEKLY;INTERVAL=2', { mode: 'completion' });

    expect(recurrenceText(plants)).toBe('Every 2 weeks at 09:00, counted from completion');
    expect(recurrenceText(plants, 'de')).toBe('Alle 2 Wochen um 09:00, gezählt ab dem Erledigen');
  });
});
