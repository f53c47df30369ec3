// The rules of a time zone in the words of iCalendar (RFC 5545, 3.6.5), from what the platform knows.

import { Temporal } from 'temporal-polyfill';
import { civilDate, dayOfWall } from './local-date.ts';
import { offsetAt } from './local-time.ts';
import { weekdayCodes } from './rrule.ts';

/**
 * One stretch of a zone's law: from `start` on the wall clock before the change, the clock is `to` seconds
 * ahead of UTC and was `from` before. With a rule it comes again every year.
 */
export type Observance = { daylight: boolean; start: string; from: number; to: number; rrule: string | null };

/** The changes between the first day of `fromYear` and the last of `toYear`, those that hold every year from then on with a rule. */
export function observancesOf(timezone: string, fromYear: number, toYear: number): Observance[] {
  const begin = Date.UTC(fromYear, 0, 1);
  const initial = offsetAt(begin, timezone);
  const changes = changesBetween(timezone, begin, Date.UTC(toYear + 3, 0, 1));
  const within = changes.filter(({ at }) => at < Date.UTC(toYear + 1, 0, 1));
  const standard = Math.min(initial, ...changes.map(({ to }) => to));
  const first: Observance = {
    ...{ daylight: initial > standard, start: `${fromYear}0101T000000` },
    from: initial,
    to: initial,
    rrule: null,
  };
  return [
    first,
    ...within.map((change): Observance => {
      const { at, from, to } = change;
      const last = at >= Date.UTC(toYear, 0, 1);
      return {
        daylight: to > from,
        start: compact(at / 1000 + from),
        from,
        to,
        rrule: last ? yearly(change, changes) : null,
      };
    }),
  ];
}

type Change = { at: number; from: number; to: number };

function changesBetween(timezone: string, begin: number, end: number): Change[] {
  const changes: Change[] = [];
  let zoned: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(timezone);
  while (zoned) {
    zoned = zoned.getTimeZoneTransition('next');
    if (!zoned || zoned.epochMilliseconds >= end) break;
    const at = zoned.epochMilliseconds;
    changes.push({ at, from: offsetAt(at - 1, timezone), to: offsetAt(at, timezone) });
  }
  return changes;
}

/** `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` where the next two years change at such a day too; null where they do not. */
function yearly(change: Change, changes: readonly Change[]): string | null {
  const rules = changes
    .filter(({ at, from, to }) => at >= change.at && from === change.from && to === change.to)
    .slice(0, 3)
    .map(({ at, from }) => ordinals(at / 1000 + from));
  if (rules.length < 3) return null;
  return rules[0]!.find((rule) => rules.every((others) => others.includes(rule))) ?? null;
}

/** In which ways a day is the nth of its weekday in its month: from the start, and from the end. */
function ordinals(wall: number): string[] {
  const day = dayOfWall(wall);
  const { year, month, day: date } = civilDate(day);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weekday = weekdayCodes[(((day + 3) % 7) + 7) % 7]!;
  const nth = [`${Math.ceil(date / 7)}`, `-${Math.ceil((length - date + 1) / 7)}`];
  return nth.reverse().map((place) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${place}${weekday}`);
}

const compact = (wall: number): string =>
  new Date(wall * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

/** `+0130` */
export const utcOffset = (seconds: number): string => {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}${digits(minutes % 60)}`;
};
