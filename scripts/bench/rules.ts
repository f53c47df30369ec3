import { parseQuickAdd } from '@zerodo/domain/quick-add';
import { occurrencesAfter } from '@zerodo/domain/recurrence';
import { aRecurrence } from '@zerodo/testing/recurrence';

const a = (rrule: string, dtstart: string) => aRecurrence({ rrules: [rrule], dtstart });
const now = new Date('2026-11-21T12:00:00Z');
const next = (rrule: string, dtstart: string) => () => occurrencesAfter(a(rrule, dtstart), now, 1);
const read = (text: string) => () => parseQuickAdd(text, { now, timezone: 'Europe/Berlin' });

const subjects: Record<string, () => unknown> = {
  'next occurrence: every day, begun ten years ago': next('FREQ=DAILY', '2016-11-21T09:00'),
  'next occurrence: last workday of the month': next(
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '2016-11-30T09:00',
  ),
  'next occurrence: every minute since 1970': next('FREQ=MINUTELY', '1970-01-01T00:00'),
  'next occurrence: a leap day that is a Monday': next(
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO',
    '1900-01-01T09:00',
  ),
  'next occurrence: every 7 minutes at 9 and 10, counted since 1900': next(
    'FREQ=MINUTELY;INTERVAL=7;BYHOUR=9,10;COUNT=99999999',
    '1900-01-01T00:00',
  ),
  'no occurrence: 30 February, by the second': next(
    'FREQ=SECONDLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30',
    '1900-01-01T00:00',
  ),
  'quick add: Water plants every 3 days at 9am #Home !30 min before': read(
    'Water plants every 3 days at 9am #Home !30 min before',
  ),
  'quick add: 500 characters': read(`x ${'every 1st, 2 at 9am and '.repeat(40)}`.slice(0, 500)),
};

export type Rate = { name: string; perSecond: number; longestMs: number };

/** How often each is done in a second of this thread, and how long the slowest took once it was warm. */
export function* rates(): Generator<Rate> {
  for (const [name, once] of Object.entries(subjects)) {
    for (let n = 0; n < 5; n++) once();
    let [times, longestMs] = [0, 0];
    const begun = performance.now();
    for (let at = begun; at - begun < 1_000; times++) {
      once();
      const after = performance.now();
      longestMs = Math.max(longestMs, after - at);
      at = after;
    }
    yield { name, perSecond: (times * 1000) / (performance.now() - begun), longestMs };
  }
}
