// Dates: today, next Friday, 27 Jan, in 3 weeks, the 15th.

import {
  addMonths,
  civilDate,
  dayNumber,
  dayOfWall,
  isDate,
  modulo,
  secondsPerDay,
  weekdayOf,
  withinYears,
} from '../local-date.ts';
import { wallAt } from '../local-time.ts';
import { type Amount, amountAt } from './amounts.ts';
import { clockAt, secondOf } from './clock.ts';
import { monthDateAt, nextDayOfMonth, numericDateAt, ordinalAt, upcoming } from './month-dates.ts';
import { nthWeekdayDateAt } from './nth-weekday-date.ts';
import { pointOfPeriodAt } from './periods.ts';
import { firstOf, isEdge, isName, type Moment, type Reading, skip } from './reading.ts';
import type { Found } from './words.ts';

/** Reads a date, a preposition before it included. */
export function dateAt(reading: Reading, at: number): Found<Moment> | null {
  const found = anyDateAt(reading, at);
  return found && withinYears(civilDate(found.value.day).year) ? found : null;
}

function anyDateAt(reading: Reading, at: number): Found<Moment> | null {
  const ahead = aheadAt(reading, at);
  if (ahead) return ahead;
  const on = reading.words.on(reading.tokens, at);
  // The longest preposition may have eaten a word of the date: `by the end of May`.
  return (on && plainDateAt(reading, on.end, true)) ?? plainDateAt(reading, at, false);
}

function plainDateAt(reading: Reading, at: number, introduced: boolean): Found<Moment> | null {
  return firstOf(
    () => todaysDaypartAt(reading, at),
    () => relativeDayAt(reading, at),
    () => weekdayAt(reading, at, introduced),
    () => pointOfPeriodAt(reading, at),
    () => nthWeekdayDateAt(reading, at),
    () => monthDateAt(reading, at),
    () => numericDateAt(reading, at, introduced),
    () => ordinalDayAt(reading, at),
    () => holidayAt(reading, at, introduced),
  );
}

const wholeDay = (day: number, end: number): Found<Moment> => ({ value: { day, time: null }, end });

function relativeDayAt(reading: Reading, at: number): Found<Moment> | null {
  const found = reading.words.relativeDays(reading.tokens, at);
  return found && !isName(reading, at) ? wholeDay(reading.today + found.value, found.end) : null;
}

function todaysDaypartAt({ tokens, words, today }: Reading, at: number): Found<Moment> | null {
  const found = words.todaysDaypart(tokens, at);
  return found && { value: { day: today, time: secondOf(found.value) }, end: found.end };
}

/** `Friday` is the next one, never today; `next Friday` is the one of next week. */
function weekdayAt(reading: Reading, at: number, introduced: boolean): Found<Moment> | null {
  const { tokens, words, today } = reading;
  const next = words.next(tokens, at);
  const near = next ?? words.this(tokens, at);
  const start = near?.end ?? at;
  const found = words.weekdays(tokens, start);
  if (!found) return null;
  const exact = dateOfWeekdayAt(reading, found.end);
  if (exact) return exact;
  const end = tokens[start]?.word.length === 2 && tokens[found.end]?.text === '.' ? found.end + 1 : found.end;
  const named = near !== null || introduced;
  if (!named && isDoubtful(reading, start, end)) return null;
  if (next) return wholeDay(today - weekdayOf(today) + 7 + found.value, end);
  const ahead = modulo(found.value - weekdayOf(today), 7);
  return wholeDay(today + (ahead === 0 && !near ? 7 : ahead), end);
}

/** `Sun cream` and `Mon Chéri` are no days. */
function isDoubtful(reading: Reading, at: number, end: number): boolean {
  const { text = '', word = '' } = reading.tokens[at] ?? {};
  if (isEdge(reading, end) || timeFollows(reading, end)) return false;
  const beforeAName = text.length <= 3 && /^\p{Lu}/u.test(reading.tokens[end]?.text ?? '');
  return reading.words.doubtful.has(word) || beforeAName;
}

/** In `Friday 27 Nov` and `Fri, 27/11` the date tells which one. */
function dateOfWeekdayAt(reading: Reading, at: number): Found<Moment> | null {
  const marked = /^[,.]$/.test(reading.tokens[at]?.text ?? '');
  const start = skip(reading.words.on, reading, marked ? at + 1 : at);
  return monthDateAt(reading, start) ?? numericDateAt(reading, start, true);
}

const timeFollows = (reading: Reading, at: number): boolean => clockAt(reading, at, true) !== null;

/** `in 2 hours`, `in 3 weeks`, `+5 days`, `3 weeks from tomorrow`. */
function aheadAt(reading: Reading, at: number): Found<Moment> | null {
  const { tokens, words } = reading;
  const inside = words.inside(tokens, at);
  const amounts: Amount[] = [];
  let end = inside?.end ?? at;
  for (let next = amountAt(reading, end); next && amounts.length < 4; next = amountAt(reading, end)) {
    amounts.push(next.value);
    end = next.end;
    const and = words.and(tokens, end);
    if (and && amountAt(reading, and.end)) end = and.end;
  }
  if (amounts.length === 0) return null;
  const fromNow = words.fromNow(tokens, end);
  const from = words.from(tokens, end);
  const date = from && !fromNow ? plainDateAt(reading, from.end, true) : null;
  if (!inside && !fromNow && !date && !tokens[at]?.text.startsWith('+')) return null;
  return {
    value: later(reading, date?.value.day ?? reading.today, amounts),
    end: (date ?? fromNow)?.end ?? end,
  };
}

function later({ instant, timezone, today }: Reading, from: number, amounts: Amount[]): Moment {
  let day = from;
  let seconds = 0;
  for (const { count, unit } of amounts) {
    if (unit === 'minute' || unit === 'hour') seconds += count * (unit === 'hour' ? 3600 : 60);
    else if (unit === 'day' || unit === 'week') day += count * (unit === 'week' ? 7 : 1);
    else day = addMonths(day, count * { month: 1, quarter: 3, year: 12 }[unit]);
  }
  if (seconds === 0) return { day, time: null };
  const wall = wallAt(instant + seconds * 1000, timezone) + (day - today) * secondsPerDay;
  const second = modulo(wall, secondsPerDay);
  return { day: dayOfWall(wall), time: second - (second % 60) };
}

/** `the 15th`, where nothing ordinary follows: `the 5th element` is no date. */
function ordinalDayAt(reading: Reading, at: number): Found<Moment> | null {
  const { tokens, words, today } = reading;
  const found = ordinalAt(reading, at);
  if (!found || !/^\d/.test(tokens[at]?.word ?? '')) return null;
  const next = words.next(tokens, words.of(tokens, found.end)?.end ?? found.end);
  const month = next && words.units(tokens, next.end);
  if (month?.value === 'month') {
    const date = civilDate(addMonths(today, 1));
    return isDate(date.year, date.month, found.value)
      ? wholeDay(dayNumber(date.year, date.month, found.value), month.end)
      : null;
  }
  const ofTheMonth = words.ofTheMonth(tokens, found.end);
  const end = ofTheMonth?.end ?? found.end;
  if (!ofTheMonth && !isEdge(reading, end) && !timeFollows(reading, end)) return null;
  const day = nextDayOfMonth(today, found.value);
  return day === null ? null : wholeDay(day, end);
}

function holidayAt(reading: Reading, at: number, introduced: boolean): Found<Moment> | null {
  const found = reading.words.holidays(reading.tokens, at);
  if (!found || (!introduced && !isEdge(reading, found.end) && !timeFollows(reading, found.end))) return null;
  return wholeDay(upcoming(reading.today, ...found.value) as number, found.end);
}
