import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuickAdd } from './quick-add.ts';
import { checkRecurrence } from './recurrence.ts';
import { Rejected } from './rejected.ts';

const words = fc.constantFrom(
  ...'every ev! every! day week month monday fri, last 3rd 15th workday and until for 3 2 weeks days hours at 9am 16:00'.split(
    ' ',
  ),
  ...'tomorrow next mid jan feb 30 29 in 31 12/5 2027 {friday} !30 min before #Home @x p1 +Ana /y jeden Montag alle'.split(
    ' ',
  ),
  ...'um Uhr täglich milk the of starting from to - 9-5pm "a ( ) , . ! # @ on noon evening after times 5 1h30 0 99999'.split(
    ' ',
  ),
);
const lines = fc.oneof(
  fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);
const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }).map((time) => new Date(time));
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland', 'America/St_Johns');

describe('any line of words', () => {
  it('is read or refused for want of a title, and what is read makes sense', () => {
    fc.assert(
      fc.property(lines, moments, zones, (text, now, timezone) => {
        let read: ReturnType<typeof parseQuickAdd>;
        try {
          read = parseQuickAdd(text, { now, timezone });
        } catch (error) {
          expect(error).toBeInstanceOf(Rejected);
          expect((error as Rejected).code).toBe('empty-title');
          return;
        }
        expect(read.title.trim()).not.toBe('');
        const ends = read.spans.flatMap(({ start, end }) => [start, end]);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        expect(ends.every((end) => end >= 0 && end <= text.length)).toBe(true);
        if (read.rrules.length === 0) return;
        const { date, time } = read.due as NonNullable<typeof read.due>;
        checkRecurrence({
          rrules: read.rrules,
          dtstart: time === null ? date : `${date}T${time}`,
          timezone,
          allDay: time === null,
          floating: false,
          mode: 'schedule',
          exdates: [],
          rdates: [],
          catchUp: 'latest',
        });
      }),
      { numRuns: 400 },
    );
  });

  const repeated = [
    ...[
      'a ',
      '1 ',
      '!',
      '9am and ',
      '!1 ',
      '1 day ',
      'every 1st, 2, ',
      '{',
      '# @ + / ',
      '12:30 ',
      '1. ',
      '(',
    ],
    ...[
      'every mon, ',
      'in 1 ',
      'from ',
      'on the ',
      'half past ',
      '4 to ',
      'first day of ',
      '{friday} ',
      '#"a',
    ],
    ...['jeden ', 'vor ', '1-', '- ', ', ', '😀 ', 'jan 1 day ', 'in 1h30 and ', 'every 1st monday of '],
  ];

  it.each(repeated)('takes little time however often it repeats %j', (part) => {
    const milliseconds = (length: number): number =>
      Math.min(
        ...Array.from({ length: 6 }, () => {
          const text = `x ${part.repeat(length)}`.slice(0, length);
          const started = process.threadCpuUsage();
          parseQuickAdd(text, { now: new Date('2026-11-25T09:15:00Z'), timezone: 'Europe/Berlin' });
          return process.threadCpuUsage(started).user / 1000;
        }),
      );

    // As long as a title may be, and as long as a line may be that is read at all.
    expect(milliseconds(500)).toBeLessThan(5);
    expect(milliseconds(2000)).toBeLessThan(20);
  });
});
