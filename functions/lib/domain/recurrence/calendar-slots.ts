// Rules that count days, weeks, months or years: slots on the wall clock, without any zone.

import { limits } from '../limits.ts';
import { civilDate, dayNumber, dayOfWall, modulo, secondsPerDay } from '../local-date.ts';
import type { Rule } from '../rrule.ts';
import { allowedDays, withImpliedDays } from './days.ts';

/** A stretch of the wall clock, both ends included. */
export type Window = { from: number; to: number };

/**
 * The slots of `rule` begun at `start` that lie in `window`, in order. Slots before the window
 * are only counted, and the search ends with the last year that we know, so that every rule is
 * answered in bounded time and one that never matches is known not to.
 */
export function* calendarSlots(rule: Rule, start: number, window: Window): Generator<number> {
  const times = timesOfDay(rule, start);
  let seen = 0;
  const firstDay = rule.count === null ? dayOfWall(Math.max(start, window.from)) : dayOfWall(start);
  const lastDay = dayOfWall(window.to);
  for (const days of periods(withImpliedDays(rule, dayOfWall(start)), dayOfWall(start), firstDay, lastDay)) {
    if (rule.bySetPos.length === 0 && passed(days, start, window)) {
      seen += days.length * times.length;
      if (rule.count !== null && seen >= rule.count) return;
      continue;
    }
    for (const slot of slotsOf(days, times, rule.bySetPos)) {
      if (slot < start) continue;
      if (slot > window.to) return;
      seen += 1;
      if (slot >= window.from) yield slot;
      if (seen === rule.count) return;
    }
  }
}

/** All of it lies after the start and before the window: it is enough to count it. */
const passed = (days: number[], start: number, window: Window): boolean =>
  (days[0] as number) > dayOfWall(start) && (days.at(-1) as number) < dayOfWall(window.from);

function timesOfDay({ byHour, byMinute, bySecond }: Rule, start: number): number[] {
  const second = modulo(start, secondsPerDay);
  const or = (list: number[], value: number): number[] => (list.length > 0 ? list : [value]);
  return or(byHour, Math.floor(second / 3600)).flatMap((hour) =>
    or(byMinute, Math.floor(second / 60) % 60).flatMap((minute) =>
      or(bySecond, second % 60).map((rest) => hour * 3600 + minute * 60 + rest),
    ),
  );
}

function* slotsOf(days: number[], times: number[], positions: number[]): Generator<number> {
  const size = days.length * times.length;
  const slot = (index: number): number =>
    (days[Math.floor(index / times.length)] as number) * secondsPerDay +
    (times[index % times.length] as number);
  if (positions.length === 0) {
    for (let index = 0; index < size; index += 1) yield slot(index);
    return;
  }
  const chosen = positions.map((position) => (position > 0 ? position - 1 : size + position));
  for (const index of [...new Set(chosen)].sort((a, b) => a - b)) {
    if (index >= 0 && index < size) yield slot(index);
  }
}

/** The allowed days of each period (day, week, month, year) that INTERVAL visits, from the one around `first`. */
function* periods(rule: Rule, start: number, first: number, last: number): Generator<number[]> {
  const allowed = allowedDays(rule);
  const origin = periodOf(rule, start);
  let current: number | null = null;
  let days: number[] = [];
  // A week may begin in the year before.
  const lastYear = Math.min(civilDate(last).year, limits.lastYear);
  for (let year = civilDate(first - 7).year; year <= lastYear; year += 1) {
    const january1 = dayNumber(year, 1, 1);
    for (const { offset, month } of allowed(year)) {
      const period = periodOf(rule, january1 + offset, year, month);
      if (period < origin || (period - origin) % rule.interval !== 0) continue;
      if (period !== current) {
        if (days.length > 0) yield days;
        current = period;
        days = [];
      }
      days.push(january1 + offset);
    }
  }
  if (days.length > 0) yield days;
}

function periodOf({ freq, weekStart }: Rule, day: number, year?: number, month?: number): number {
  if (freq === 'DAILY') return day;
  if (freq === 'WEEKLY') return Math.floor((day + 3 - weekStart) / 7);
  const date = year === undefined || month === undefined ? civilDate(day) : { year, month };
  return freq === 'YEARLY' ? date.year : date.year * 12 + date.month;
}
