import { readFileSync } from 'node:fs';
import { quickAddLines, understood } from '@zerodo/testing/quick-add-lines';
import { describe, expect, it } from 'vitest';
import { parseQuickAdd } from './quick-add.ts';

type Case = {
  id: string;
  text: string;
  title: string;
  due: { date: string; time: string | null } | null;
  rrules: string[];
  recurrence_mode: string | null;
  reminders: object[];
  priority: number;
  labels: string[];
  project: string | null;
  section: string | null;
  assignee: string | null;
  deadline: string | null;
  duration_min: number | null;
  note: string;
  error?: string;
};
const file: { now: string; timezone: string; cases: Case[] } = JSON.parse(
  readFileSync(new URL('cases/quick-add.json', import.meta.url), 'utf8'),
);

/** On Wednesday 25 November 2026, a quarter past ten in Berlin. */
const parse = (text: string) => parseQuickAdd(text, { now: new Date(file.now), timezone: file.timezone });

describe('the quick add cases', () => {
  it.each(file.cases.filter(({ error }) => !error))(
    '$id $text',
    ({ recurrence_mode, duration_min, ...one }) => {
      expect(parse(one.text)).toMatchObject({
        title: one.title,
        due: one.due,
        rrules: one.rrules,
        recurrenceMode: recurrence_mode,
        reminders: one.reminders,
        priority: one.priority,
        labels: one.labels,
        project: one.project,
        section: one.section,
        assignee: one.assignee,
        deadline: one.deadline,
        durationMinutes: duration_min,
      });
    },
  );

  it.each(file.cases.filter(({ error }) => error))('$id $text is refused', ({ text, error }) => {
    const code = error?.toLowerCase().replaceAll('_', '-');

    expect(() => parse(text)).toThrowError(expect.objectContaining({ code }));
  });
});

describe('further lines', () => {
  it.each(quickAddLines())('$text', ({ text, understood: expected }) => {
    expect(understood(text, file.now, file.timezone)).toBe(expected);
  });
});

const at = (date: string, time: string | null = null) => ({ date, time });

describe('a date', () => {
  it.each([
    ['Gym wed', 'Gym', at('2026-12-02')],
    ['Gym this wed', 'Gym', at('2026-11-25')],
    ['Meet on sun at 5', 'Meet', at('2026-11-29', '17:00')],
    ['Dentist Fri, Nov 27 at 3pm', 'Dentist', at('2026-11-27', '15:00')],
    ['Lunch at 3', 'Lunch', at('2026-11-25', '15:00')],
    ['Dinner at 8 in the evening', 'Dinner', at('2026-11-25', '20:00')],
    ['Movie tonight', 'Movie', at('2026-11-25', '22:00')],
    ['Movie tonight at 8', 'Movie', at('2026-11-25', '20:00')],
    ['Dinner tomorrow evening', 'Dinner', at('2026-11-26', '19:00')],
    ['9am tomorrow call Ana', 'call Ana', at('2026-11-26', '09:00')],
    ['Call in half an hour', 'Call', at('2026-11-25', '10:45')],
    ['Bake in an hour and 30 minutes', 'Bake', at('2026-11-25', '11:45')],
    ['Pay on the 2nd of next month', 'Pay', at('2026-12-02')],
    ['Trip 15-Jan-2027', 'Trip', at('2027-01-15')],
    ['Meet twenty-seventh of January', 'Meet', at('2027-01-27')],
    ['Call 3 weeks from tomorrow', 'Call', at('2026-12-17')],
    ['Pay rent 27th', 'Pay rent', at('2026-11-27')],
    ['Pay rent on the 15th', 'Pay rent', at('2026-12-15')],
    ['Report 27/1/2027', 'Report', at('2027-01-27')],
    ['Launch dec 1, 2026 at 5pm', 'Launch', at('2026-12-01', '17:00')],
    ['Launch 2026-12-01T09:00', 'Launch', at('2026-12-01', '09:00')],
    ['Trip next weekend', 'Trip', at('2026-12-05')],
    ['Plan next week', 'Plan', at('2026-11-30')],
    ['Report end of month', 'Report', at('2026-11-30')],
    ['Rent end of January', 'Rent', at('2027-01-31')],
    ['Renew mid month', 'Renew', at('2026-12-15')],
    ['Club first monday of january', 'Club', at('2027-01-04')],
    ['Club last friday of the month', 'Club', at('2026-11-27')],
    ['Buy gifts by christmas', 'Buy gifts', at('2026-12-25')],
    ['Party feb 29', 'Party', at('2028-02-29')],
    ['Call Ana tomorrow about the budget at 5pm', 'Call Ana about the budget', at('2026-11-26', '17:00')],
    ['Prepare for Monday meeting tomorrow', 'Prepare for Monday meeting', at('2026-11-26')],
    ['(tomorrow) buy milk', 'buy milk', at('2026-11-26')],
    ['tomorrow: buy milk, eggs', 'buy milk, eggs', at('2026-11-26')],
  ])('is found in: %s', (text, title, due) => {
    expect(parse(text)).toMatchObject({ title, due, rrules: [] });
  });

  it.each([
    'Sun cream',
    'Sat nav update',
    'Buy Mon Chéri',
    'March on',
    'May/March budget',
    'Lunch with Tom',
    'Read 1/2 of the book',
    'Buy 2 apples',
    'Call 911',
    'Buy 10 m rope',
    'Trek 2 days',
    'Upgrade to 2.0',
    'Wait a second',
    'Room 101',
    'Meeting 31 nov',
    'x 2026-02-30',
    'Christmas shopping',
    'Learn the 5th element song',
    'Pay in 9999 years',
    'every child deserves love',
    'Weekly report',
    'Call after lunch',
    'Write to bob@example.com',
    'Read https://example.com/#sec/2026-12-01',
  ])('is not found in: %s', (text) => {
    expect(parse(text)).toMatchObject({ title: text, due: null, rrules: [], spans: [] });
  });
});

describe('a repetition', () => {
  it.each([
    ['Standup every weekday at 9am', ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'], at('2026-11-26', '09:00')],
    ['Standup every mon-fri at 11', ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'], at('2026-11-25', '11:00')],
    ['Trash every 2 weeks', ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'], at('2026-11-25')],
    ['Trash every other week on tuesday', ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'], at('2026-12-01')],
    ['Clean every weekend', ['FREQ=WEEKLY;BYDAY=SA'], at('2026-11-28')],
    ['Sport on mondays and thursdays', ['FREQ=WEEKLY;BYDAY=MO,TH'], at('2026-11-26')],
    ['Bill every 30th', ['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'], at('2026-11-30')],
    ['Report every 15th and last day', ['FREQ=MONTHLY;BYMONTHDAY=15,-1'], at('2026-11-30')],
    ['Dance every 2, 15, 27', ['FREQ=MONTHLY;BYMONTHDAY=2,15,27'], at('2026-11-27')],
    [
      'Pay every 1st, 31st',
      ['FREQ=MONTHLY;BYMONTHDAY=1', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
      at('2026-11-30'),
    ],
    ['Club every 2nd and 4th tuesday', ['FREQ=MONTHLY;BYDAY=2TU,4TU'], at('2026-12-08')],
    ['Review every month on the last friday', ['FREQ=MONTHLY;BYDAY=-1FR'], at('2026-11-27')],
    ['Invoice every 3 months', ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25'], at('2026-11-25')],
    ['Check every january', ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1'], at('2027-01-01')],
    [
      'Board every 1st wed jan, 3rd thu jul',
      ['FREQ=YEARLY;BYMONTH=1;BYDAY=1WE', 'FREQ=YEARLY;BYMONTH=7;BYDAY=3TH'],
      at('2027-01-06'),
    ],
    ['Stretch every 2 hours', ['FREQ=HOURLY;INTERVAL=2'], at('2026-11-25', '12:15')],
    ['Pills every day at 9am and 6pm', ['FREQ=DAILY;BYHOUR=9,18;BYMINUTE=0'], at('2026-11-25', '18:00')],
    [
      'Pills every 31st at 9 and 10pm',
      [
        'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYHOUR=9;BYMINUTE=0;BYSETPOS=-1',
        'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYHOUR=22;BYMINUTE=0;BYSETPOS=-1',
      ],
      at('2026-11-30', '09:00'),
    ],
    ['Run every day from 20 May until 27 May', ['FREQ=DAILY;UNTIL=20270527'], at('2027-05-20')],
    ['Run daily 5 times', ['FREQ=DAILY;COUNT=5'], at('2026-11-25')],
    [
      'Wash every 2 weeks on saturday at 10am starting dec 5',
      ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA'],
      at('2026-12-05', '10:00'),
    ],
    ['Gym tomorrow every 3 days', ['FREQ=DAILY;INTERVAL=3'], at('2026-11-26')],
  ])('on fixed dates is found in: %s', (text, rrules, due) => {
    expect(parse(text)).toMatchObject({ rrules, due, recurrenceMode: 'schedule' });
  });

  it.each([
    ['Sheets after 10 days', ['FREQ=DAILY;INTERVAL=10']],
    ['Water plants every! day', ['FREQ=DAILY']],
    ['Trash every! mon at 8am', ['FREQ=WEEKLY;BYDAY=MO']],
    ['Filter every! month', ['FREQ=MONTHLY']],
  ])('counted from completion is found in: %s', (text, rrules) => {
    expect(parse(text)).toMatchObject({ rrules, recurrenceMode: 'completion' });
  });
});

describe('marks', () => {
  it('are taken from anywhere in the line', () => {
    expect(parse('Pay p1 #Work @bank @"two words" +Ana tomorrow 9am for 1h30 {friday}')).toMatchObject({
      title: 'Pay',
      due: at('2026-11-26', '09:00'),
      priority: 1,
      project: 'Work',
      labels: ['bank', 'two words'],
      assignee: 'Ana',
      durationMinutes: 90,
      deadline: '2026-11-27',
    });
  });

  it.each([
    'Fix bug #42',
    'Learn C++',
    'and/or',
    'check /etc/hosts',
    'Call +49 123 456',
    'p5 thing',
    '{not a date}',
    'Wow!',
    '!important',
  ])('are none in: %s', (text) => {
    expect(parse(text)).toMatchObject({ title: text, spans: [] });
  });

  it('are kept as text behind a backslash', () => {
    expect(parse('Use \\#hash and \\@sign')).toMatchObject({
      title: 'Use #hash and @sign',
      project: null,
      labels: [],
    });
  });

  it('have their places told, so that a person can undo them', () => {
    const text = 'Müll 🗑 jeden Montag um 7:00 #Haus !1 Tag vorher';
    const { title, spans } = parse(text);

    expect(title).toBe('Müll 🗑');
    expect(spans.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['recurrence', 'jeden Montag um 7:00'],
      ['project', '#Haus'],
      ['reminder', '!1 Tag vorher'],
    ]);
  });

  it('of reminders count from the due time, or name a moment', () => {
    expect(parse('Call tomorrow 4pm !30 min before !1 day before !1h30 !9am').reminders).toEqual([
      { type: 'before', minutes: 30 },
      { type: 'before', days: 1 },
      { type: 'before', minutes: 90 },
      { type: 'at', local: '2026-11-26T09:00' },
    ]);
    expect(parse('Call tomorrow !1 week before !friday 8am').reminders).toEqual([
      { type: 'before', days: 7, at: '09:00' },
      { type: 'at', local: '2026-11-27T08:00' },
    ]);
  });

  it('of durations need a time', () => {
    expect(parse('Boil eggs for 10 minutes')).toMatchObject({
      title: 'Boil eggs for 10 minutes',
      durationMinutes: null,
    });
    expect(parse('Nap today 4-5pm')).toMatchObject({ due: at('2026-11-25', '16:00'), durationMinutes: 60 });
  });
});

describe('German', () => {
  it.each([
    ['Zahnarzt morgen um 9 Uhr', at('2026-11-26', '09:00'), []],
    ['Termin heute Abend um 8', at('2026-11-25', '20:00'), []],
    ['Anrufen nächsten Freitag', at('2026-12-04'), []],
    ['Einkaufen am 24.12.', at('2026-12-24'), []],
    ['Treffen übermorgen 14:30', at('2026-11-27', '14:30'), []],
    ['Blumen alle 3 Tage', at('2026-11-25'), ['FREQ=DAILY;INTERVAL=3']],
    ['Miete jeden 1.', at('2026-12-01'), ['FREQ=MONTHLY;BYMONTHDAY=1']],
    [
      'Bericht jeden letzten Freitag im Monat um 15 Uhr',
      at('2026-11-27', '15:00'),
      ['FREQ=MONTHLY;BYDAY=-1FR'],
    ],
    ['Sport montags und donnerstags', at('2026-11-26'), ['FREQ=WEEKLY;BYDAY=MO,TH']],
    ['Tabletten täglich bis 24.12.', at('2026-11-25'), ['FREQ=DAILY;UNTIL=20261224']],
  ])('is understood: %s', (text, due, rrules) => {
    expect(parse(text)).toMatchObject({ due, rrules, title: text.split(' ')[0] });
  });
});

it('refuses an unknown zone', () => {
  expect(() => parseQuickAdd('Buy milk', { now: new Date(0), timezone: 'Mars/Olympus' })).toThrowError(
    expect.objectContaining({ code: 'unknown-timezone' }),
  );
});
