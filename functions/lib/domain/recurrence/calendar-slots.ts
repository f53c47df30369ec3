// Rules that count days, weeks, months or years: slots on the wall clock, without any zone.

import { civilDate, dayNumber, dayOfWall, modulo, secondsPerDay } from '../local-date.ts';
import type { Rule } from '../rrule.ts';
import { allowedDays, withImpliedDays } from './days.ts';
import { periodReader } from './periods.ts';

/** A stretch of the wall clock, both ends included. */
export type Window = { from: number; to: number };

/**
 * The slots of `rule` begun at `start` that lie in `window`, in order. Slots before the window
 * are only counted, and the search ends with the last year that we know, so that every rule is
 * answered in bounded time and one that never matches is known not to.
 */
export function* calendarSlots(rule: Rule, start: number, window: Window): Generator<number> {
  const times = timesOfDay(rule, start);
  const positions = chosenPositions(rule);
  const startDay = dayOfWall(start);
  const fromDay = Math.max(startDay, dayOfWall(window.from));
  const count = rule.count ?? Number.POSITIVE_INFINITY;
  const counted = rule.count === null ? null : wholeYears(rule, start, fromDay, times);
  const firstDay = rule.count === null ? fromDay : (counted?.next ?? startDay);
  const nextPeriod = periodReader(withImpliedDays(rule, startDay), startDay, firstDay, dayOfWall(window.to));
  let seen = counted?.slots ?? 0;
  for (let days = nextPeriod(); days && seen < count; days = nextPeriod()) {
    const size = days.length * times.length;
    const chosen = positions(size);
    // All of it lies after the start and before the window: it is enough to count it.
    if ((days[0] as number) > startDay && (days.at(-1) as number) < fromDay) {
      seen += chosen?.length ?? size;
      continue;
    }
    const begins = chosen ? 0 : placesBefore(days, times, start);
    const shown = chosen ? 0 : Math.max(begins, placesBefore(days, times, window.from));
    seen += shown - begins;
    if (seen >= count) return;
    for (let index = shown; index < (chosen?.length ?? size); index += 1) {
      const place = chosen ? (chosen[index] as number) : index;
      const day = days[Math.floor(place / times.length)] as number;
      const slot = day * secondsPerDay + (times[place % times.length] as number);
      if (slot < start) continue;
      if (slot > window.to || seen === count) return;
      seen += 1;
      if (slot >= window.from) yield slot;
    }
  }
}

/** How many slots of a period lie before a wall time. */
function placesBefore(days: readonly number[], times: readonly number[], wall: number): number {
  const day = dayOfWall(wall);
  const found = days.findIndex((one) => one >= day);
  const whole = (found < 0 ? days.length : found) * times.length;
  if (found < 0 || days[found] !== day) return whole;
  const second = modulo(wall, secondsPerDay);
  const later = times.findIndex((time) => time >= second);
  return whole + (later < 0 ? times.length : later);
}

/**
 * How many slots there are from the start to the last year but one before `fromDay`, where a rule
 * visits every period and whole years can be counted; `next` is in the first year that was not.
 */
function wholeYears(
  rule: Rule,
  start: number,
  fromDay: number,
  times: number[],
): { slots: number; next: number } | null {
  const startDay = dayOfWall(start);
  const [firstYear, lastYear] = [civilDate(startDay).year, civilDate(fromDay).year - 2];
  if (rule.interval > 1 || rule.bySetPos.length > 0 || lastYear <= firstYear) return null;
  const allowed = allowedDays(withImpliedDays(rule, startDay));
  const january1 = dayNumber(firstYear, 1, 1);
  let slots = 0;
  for (const { offset } of allowed(firstYear)) {
    if (january1 + offset > startDay) slots += times.length;
    else if (january1 + offset === startDay) {
      slots += times.filter((time) => time >= modulo(start, secondsPerDay)).length;
    }
  }
  for (let year = firstYear + 1; year <= lastYear; year += 1) slots += allowed(year).length * times.length;
  return { slots, next: dayNumber(lastYear + 1, 1, 8) };
}

function timesOfDay({ byHour, byMinute, bySecond }: Rule, start: number): number[] {
  const second = modulo(start, secondsPerDay);
  const or = (list: number[], value: number): number[] => (list.length > 0 ? list : [value]);
  return or(byHour, Math.floor(second / 3600)).flatMap((hour) =>
    or(byMinute, Math.floor(second / 60) % 60).flatMap((minute) =>
      or(bySecond, second % 60).map((rest) => hour * 3600 + minute * 60 + rest),
    ),
  );
}

/** Which slots of a period of so many BYSETPOS chooses; null: all. */
function chosenPositions({ bySetPos }: Rule): (size: number) => number[] | null {
  if (bySetPos.length === 0) return () => null;
  const known = new Map<number, number[]>();
  return (size) => {
    const before = known.get(size);
    if (before) return before;
    const places = bySetPos.map((position) => (position > 0 ? position - 1 : size + position));
    const chosen = [...new Set(places)].filter((place) => place >= 0 && place < size).sort((a, b) => a - b);
    known.set(size, chosen);
    return chosen;
  };
}
