// From what was said to RRULEs and the first day.

import { addMonths, civilDate, secondsPerDay, weekdayOf, writeDate } from '../local-date.ts';
import { calendarSlots } from '../recurrence/calendar-slots.ts';
import { parseRule, weekdayCodes } from '../rrule.ts';
import type { Moment } from './reading.ts';
import type { Repeat } from './repeat.ts';
import type { DayChoice } from './repeat-days.ts';

export type Schedule = { due: Moment; rrules: string[] };

/**
 * The rules of a repetition and its first slot at or after `from`, strictly after `now` (a wall
 * time in seconds) when it has a time. A schedule whose day was not named comes on the day that
 * it begins; counted from completion it needs none.
 */
export function scheduleOf(repeat: Repeat, from: Moment, now: number): Schedule {
  const { unit, completion } = repeat;
  if (unit === 'hour' || unit === 'minute') {
    const freq = unit === 'hour' ? 'HOURLY' : 'MINUTELY';
    return { due: from, rrules: [rule(freq, repeat.every, '', endOf(repeat, from.day))] };
  }
  const passed = from.time !== null && from.day * secondsPerDay + from.time <= now;
  const first = from.day + (passed ? 1 : 0);
  if (unit === 'day' && repeat.days.length > 0) return everySoManyDays(repeat, { ...from, day: first });
  const choices = repeat.days.length > 0 || completion ? repeat.days : anchor(repeat, first);
  const [freq, every] = frequency(repeat);
  if (choices.length === 0) {
    return { due: { ...from, day: first }, rrules: [rule(freq, every, '', endOf(repeat, first))] };
  }
  const parts = byParts(choices);
  const day = Math.min(...parts.map((part) => firstDay(part, first)));
  const rrules = parts.map((part) =>
    rule(part.freq, part.freq === freq ? every : 1, part.by, endOf(repeat, day)),
  );
  return { due: { ...from, day }, rrules };
}

/** Every 3 workdays: days are counted, and those that are none of them are left out. */
function everySoManyDays({ every, days, ...repeat }: Repeat, from: Moment): Schedule {
  const [part] = byParts(days) as [ByPart];
  const day = firstDay(part, from.day);
  return {
    due: { ...from, day },
    rrules: [rule('DAILY', every, part.by, endOf({ every, days, ...repeat }, day))],
  };
}

function frequency({ unit, every }: Repeat): ['DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY', number] {
  if (unit === 'day') return ['DAILY', every];
  if (unit === 'week') return ['WEEKLY', every];
  if (unit === 'year') return ['YEARLY', every];
  return ['MONTHLY', unit === 'quarter' ? every * 3 : every];
}

const rule = (freq: string, every: number, by: string, end: string): string =>
  [`FREQ=${freq}`, every > 1 ? `INTERVAL=${every}` : '', by, end].filter((part) => part !== '').join(';');

/** A week, month or year without a day comes on the day that it begins. */
function anchor({ unit }: Repeat, day: number): DayChoice[] {
  const date = civilDate(day);
  if (unit === 'day') return [];
  if (unit === 'week') return [{ weekdays: [weekdayOf(day)] }];
  if (unit === 'year') return [{ month: date.month, monthDay: date.day }];
  return [{ monthDay: date.day }];
}

/** A rule but for its interval and its end. */
type ByPart = { freq: 'WEEKLY' | 'MONTHLY' | 'YEARLY'; by: string };

/** As few rules as can say it: days that one rule cannot hold together get their own. */
export function byParts(choices: DayChoice[]): ByPart[] {
  const weekly = [...new Set(choices.filter(isWeekly).flatMap(({ weekdays }) => weekdays ?? []))].sort(
    (a, b) => a - b,
  );
  const parts: ByPart[] = weekly.length > 0 ? [{ freq: 'WEEKLY', by: `BYDAY=${codes(weekly)}` }] : [];
  const groups = new Map<string, DayChoice[]>();
  for (const choice of choices.filter((one) => !isWeekly(one))) {
    const key = groupOf(choice);
    groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  return [...parts, ...[...groups.values()].map(partOf)];
}

const isWeekly = ({ nth, monthDay }: DayChoice): boolean => nth === undefined && monthDay === undefined;

/** Choices of one group differ in one thing only, so that a rule can list it. */
function groupOf({ weekdays, nth, monthDay, month }: DayChoice): string {
  if (monthDay === undefined)
    return weekdays?.length === 1 ? `nth of ${month}` : `${nth} of ${weekdays} ${month}`;
  if (month !== undefined) return `day ${monthDay}${month === 2 && monthDay === 29 ? ' of february' : ''}`;
  return monthDay > 28 ? `day ${monthDay}` : 'days';
}

function partOf(group: DayChoice[]): ByPart {
  const { weekdays = [], nth, monthDay, month } = group[0] as DayChoice;
  const months = [...new Set(group.flatMap((one) => one.month ?? []))].sort((a, b) => a - b);
  const inMonths = months.length > 0 ? `BYMONTH=${months};` : '';
  const freq = month === undefined ? 'MONTHLY' : 'YEARLY';
  if (monthDay === undefined) {
    if (weekdays.length > 1) return { freq, by: `${inMonths}BYDAY=${codes(weekdays)};BYSETPOS=${nth}` };
    const days = group.map((one) => `${one.nth}${codes(one.weekdays ?? [])}`);
    return { freq, by: `${inMonths}BYDAY=${days}` };
  }
  const clamped = clampedDays(monthDay, month);
  if (clamped) return { freq, by: `${inMonths}BYMONTHDAY=${clamped};BYSETPOS=-1` };
  const days = [...new Set(group.map((one) => one.monthDay as number))];
  const inOrder = days.sort((a, b) => (a < 0 ? 99 : a) - (b < 0 ? 99 : b));
  return { freq, by: `${inMonths}BYMONTHDAY=${inOrder}` };
}

/** `every 31st` means the last day of a shorter month, and 29 February its last day. */
function clampedDays(day: number, month: number | undefined): number[] | null {
  if (day < 29 || (month !== undefined && month !== 2)) return null;
  return [28, 29, 30, 31].filter((one) => one <= day);
}

const codes = (weekdays: number[]): string => weekdays.map((day) => weekdayCodes[day]).join(',');

/** The first day of a rule from `from` on, whatever its interval. */
export function firstDay({ freq, by }: ByPart, from: number): number {
  const start = from * secondsPerDay;
  const window = { from: start, to: start + 10 * 366 * secondsPerDay };
  const [slot] = calendarSlots(parseRule(`FREQ=${freq};${by}`), start, window);
  return slot === undefined ? from : slot / secondsPerDay;
}

function endOf({ until, lasting, count }: Repeat, first: number): string {
  if (count !== null) return `COUNT=${count}`;
  const last = until ?? (lasting && lastDay(lasting, first));
  return last === null ? '' : `UNTIL=${writeDate(last).replaceAll('-', '')}`;
}

/** For three weeks: twenty-one days, the first and the last included. */
function lastDay({ count, unit }: { count: number; unit: string }, first: number): number {
  if (unit === 'day' || unit === 'week') return first + count * (unit === 'week' ? 7 : 1) - 1;
  return addMonths(first, count * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1)) - 1;
}
