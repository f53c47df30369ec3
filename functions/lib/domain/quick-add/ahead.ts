// How far ahead: 2 hours, 3 weeks and 2 days, 5 workdays.

import { addMonths, dayOfWall, modulo, secondsPerDay, weekdayOf } from '../local-date.ts';
import { wallAt } from '../local-time.ts';
import { type Amount, amountAt, hoursAndMinutesAt, numberAt } from './amounts.ts';
import type { Moment, Reading } from './reading.ts';
import { type Found, workdays } from './words.ts';

/** Up to four amounts with `and` or nothing between them. */
export function amountsAt(reading: Reading, at: number): Found<Amount[]> | null {
  const { tokens, words } = reading;
  const fused = hoursAndMinutesAt(reading, at);
  if (fused) return { value: [{ count: fused.value, unit: 'minute' }], end: fused.end };
  const value: Amount[] = [];
  let end = at;
  for (let next = amountAt(reading, end); next && value.length < 4; next = amountAt(reading, end)) {
    value.push(next.value);
    end = next.end;
    const and = words.and(tokens, end);
    if (and && amountAt(reading, and.end)) end = and.end;
  }
  return value.length > 0 ? { value, end } : null;
}

/** The moment so much after a day, or, with hours in it, after this time of it; before it with -1. */
export function later(
  { instant, timezone, today }: Reading,
  from: number,
  amounts: Amount[],
  direction: 1 | -1 = 1,
): Moment {
  let day = from;
  let seconds = 0;
  for (const { count: size, unit } of amounts) {
    const count = size * direction;
    if (unit === 'minute' || unit === 'hour') seconds += count * (unit === 'hour' ? 3600 : 60);
    else if (unit === 'day' || unit === 'week') day += count * (unit === 'week' ? 7 : 1);
    else day = addMonths(day, count * { month: 1, quarter: 3, year: 12 }[unit]);
  }
  if (seconds === 0) return { day, time: null };
  const wall = wallAt(instant + seconds * 1000, timezone) + (day - today) * secondsPerDay;
  const second = modulo(wall, secondsPerDay);
  return { day: dayOfWall(wall), time: second - (second % 60) };
}

/** `workday`, in the plural too. */
export function workdayAt({ tokens, words }: Reading, at: number): Found<number[]> | null {
  const found = words.dayGroups(tokens, at) ?? words.everyWeekday(tokens, at);
  return found?.value === workdays ? found : null;
}

/** `in 3 workdays`, `next workday`: the day so many workdays from today on. */
export function workdaysAheadAt(reading: Reading, at: number): Found<Moment> | null {
  const { tokens, words, today } = reading;
  const next = words.next(tokens, at);
  const inside = next ? null : words.inside(tokens, at);
  const number = inside && numberAt(reading, inside.end);
  const start = next?.end ?? number?.end;
  const workday = start === undefined ? null : workdayAt(reading, start);
  const count = next ? 1 : (number?.value ?? 0);
  if (!workday || !Number.isInteger(count) || count > 1000) return null;
  let day = today;
  for (let left = count; left > 0; left -= weekdayOf(day) < 5 ? 1 : 0) day += 1;
  return { value: { day, time: null }, end: workday.end };
}
