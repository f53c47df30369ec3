// Dates: today, next Friday, 27 Jan, in 3 weeks, the 15th.

import { addMonths, civilDate, dayNumber, isDate, modulo, weekdayOf, withinYears } from '../local-date.ts';
import { amountsAt, later, workdaysAheadAt } from './ahead.ts';
import type { Amount } from './amounts.ts';
import { clockAt } from './clock.ts';
import { monthDateAt, nextDayOfMonth, numericDateAt, ordinalAt, upcoming } from './month-dates.ts';
import { nthWeekdayDateAt } from './nth-weekday-date.ts';
import { secondOf } from './one-time.ts';
import { pointOfPeriodAt } from './periods.ts';
import { firstOf, isEdge, isName, type Moment, type Reading, skip } from './reading.ts';
import type { Found } from './words.ts';

/** Reads a date, a preposition before it included. */
export function dateAt(reading: Reading, at: number): Found<Moment> | null {
  const found = anyDateAt(reading, at);
  return found && withinYears(civilDate(found.value.day).year) ? found : null;
}

function anyDateAt(reading: Reading, at: number): Found<Moment> | null {
  const ahead = aheadAt(reading, at) ?? workdaysAheadAt(reading, at) ?? endOfDayAt(reading, at);
  if (ahead) return ahead;
  const on = reading.words.on(reading.tokens, at);
  // The longest preposition may have eaten a word of the date: `by the end of May`.
  return (on && plainDateAt(reading, on.end, true)) ?? plainDateAt(reading, at, false);
}

function plainDateAt(reading: Reading, at: number, introduced: boolean): Found<Moment> | null {
  return firstOf(
    () => todaysDaypartAt(reading, at),
    () => relativeDayAt(reading, at),
    () => weekdayDaypartAt(reading, at),
    () => weekdayAt(reading, at, introduced),
    () => pointOfPeriodAt(reading, at, introduced),
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
  if (!found || isName(reading, at) || isAfterAnother(reading, at)) return null;
  return thenAhead(reading, wholeDay(reading.today + found.value, found.end));
}

function todaysDaypartAt({ tokens, words, today }: Reading, at: number): Found<Moment> | null {
  const found = words.todaysDaypart(tokens, at);
  return found && { value: { day: today, time: secondOf(found.value) }, end: found.end };
}

/** `last Friday`, `Good morning`, `Black Friday` */
const isAfterAnother = ({ tokens, words }: Reading, at: number): boolean =>
  words.notAfter.has(tokens[at - 1]?.word ?? '');

/** `eod`, `end of day tomorrow` */
function endOfDayAt(reading: Reading, at: number): Found<Moment> | null {
  const found = reading.words.endOfDay(reading.tokens, at);
  if (!found) return null;
  const date = plainDateAt(reading, skip(reading.words.on, reading, found.end), true);
  return date ?? wholeDay(reading.today, found.end);
}

/** `Freitagabend` */
function weekdayDaypartAt({ tokens, words, today }: Reading, at: number): Found<Moment> | null {
  const found = words.weekdayDayparts(tokens, at);
  if (!found) return null;
  const ahead = modulo(found.value.weekday - weekdayOf(today), 7) || 7;
  return { value: { day: today + ahead, time: secondOf(found.value.time) }, end: found.end };
}

/** `Friday` is the next one, never today; `next Friday` is the one of next week. */
function weekdayAt(reading: Reading, at: number, introduced: boolean): Found<Moment> | null {
  const { tokens, words, today } = reading;
  const next = words.next(tokens, at);
  const near = next ?? words.this(tokens, at);
  const start = near?.end ?? at;
  const found = words.weekdays(tokens, start);
  if (!found || isAfterAnother(reading, at)) return null;
  const exact = dateOfWeekdayAt(reading, found.end, found.value);
  if (exact) return exact;
  const end = tokens[start]?.word.length === 2 && tokens[found.end]?.text === '.' ? found.end + 1 : found.end;
  const named = near !== null || introduced;
  if (!named && isDoubtful(reading, start, end)) return null;
  if (next) return wholeDay(today - weekdayOf(today) + 7 + found.value, end);
  const ahead = modulo(found.value - weekdayOf(today), 7);
  return thenAhead(reading, wholeDay(today + (ahead === 0 && !near ? 7 : ahead), end));
}

/** `Sun cream` and `Mon Chéri` are no days. */
function isDoubtful(reading: Reading, at: number, end: number): boolean {
  const { text = '', word = '' } = reading.tokens[at] ?? {};
  if (isEdge(reading, end) || timeFollows(reading, end)) return false;
  const beforeAName = text.length <= 3 && /^\p{Lu}/u.test(reading.tokens[end]?.text ?? '');
  return reading.words.doubtful.has(word) || beforeAName;
}

/** In `Friday 27 Nov` and `Fri, 27/11` the date tells which one; `Friday the 13th` is the next such day. */
function dateOfWeekdayAt(reading: Reading, at: number, weekday: number): Found<Moment> | null {
  const marked = /^[,.]$/.test(reading.tokens[at]?.text ?? '');
  const start = skip(reading.words.on, reading, marked ? at + 1 : at);
  const date = monthDateAt(reading, start) ?? numericDateAt(reading, start, true);
  const ordinal = date ? null : ordinalAt(reading, start);
  if (!ordinal || !/^\d/.test(reading.tokens[start]?.word ?? '')) return date;
  for (let from = reading.today, months = 0; months < 48; months += 1) {
    const day = nextDayOfMonth(from, ordinal.value);
    if (day === null) return null;
    if (weekdayOf(day) === weekday) return wholeDay(day, ordinal.end);
    from = day + 1;
  }
  return null;
}

const timeFollows = (reading: Reading, at: number): boolean => clockAt(reading, at, true) !== null;

/** `in 2 hours`, `in 3 weeks`, `+5 days`, `3 weeks from tomorrow`, `3 days before Christmas`. */
function aheadAt(reading: Reading, at: number): Found<Moment> | null {
  const { tokens, words, today } = reading;
  const inside = words.inside(tokens, at);
  const amounts = amountsAt(reading, inside?.end ?? at);
  if (!amounts) return null;
  const { value, end } = amounts;
  const fromNow = words.fromNow(tokens, end);
  if (inside || fromNow || tokens[at]?.text.startsWith('+')) {
    return { value: later(reading, today, value), end: fromNow?.end ?? end };
  }
  const from = words.from(tokens, end);
  const after = from && plainDateAt(reading, from.end, true);
  if (after) return { value: later(reading, after.value.day, value), end: after.end };
  const before = words.beforeDate(tokens, end);
  const anchor = before && plainDateAt(reading, before.end, true);
  return anchor && { value: beforeDay(reading, anchor.value.day, value), end: anchor.end };
}

/** Of a day that comes every year, or every week, the next one that is far enough away. */
function beforeDay(reading: Reading, day: number, amounts: Amount[]): Moment {
  const moment = later(reading, day, amounts, -1);
  if (moment.day >= reading.today) return moment;
  return later(reading, day - reading.today <= 7 ? day + 7 : addMonths(day, 12), amounts, -1);
}

/** `heute in einer Woche`: the amount counts from the day before it. */
function thenAhead(reading: Reading, found: Found<Moment>): Found<Moment> {
  const inside = reading.words.inside(reading.tokens, found.end);
  const amounts = inside && amountsAt(reading, inside.end);
  return amounts ? { value: later(reading, found.value.day, amounts.value), end: amounts.end } : found;
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
