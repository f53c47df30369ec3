// Days of months: 27 Jan, January 27th 2027, 27/1/2027, 2026-12-01.

import {
  civilDate,
  dayNumber,
  dayOfWall,
  daysInMonth,
  isDate,
  modulo,
  secondsPerDay,
  withinYears,
} from '../local-date.ts';
import { wallAt } from '../local-time.ts';
import { isEdge, type Moment, type Reading } from './reading.ts';
import type { Found } from './words.ts';

/** `jan 27`, `27th of January 2027`; an impossible date is none. */
export function monthDateAt(reading: Reading, at: number): Found<Moment> | null {
  const { tokens, words, today } = reading;
  const found = dayAndMonthAt(reading, at);
  if (!found) return null;
  const comma = tokens[found.end]?.text === ',' ? found.end + 1 : found.end;
  const year = yearAt(reading, comma) ?? yearAt(reading, found.end);
  const { month, day } = found.value;
  if (year) {
    if (!isDate(year.value, month, day)) return null;
    return { value: { day: dayNumber(year.value, month, day), time: null }, end: year.end };
  }
  const number = upcoming(today, month, day);
  const end =
    words.months(tokens, found.end - 1) && tokens[found.end]?.text === '.' ? found.end + 1 : found.end;
  return number === null ? null : { value: { day: number, time: null }, end };
}

/** A day with its month, in either order; whether the date exists is not looked at. */
export function dayAndMonthAt(reading: Reading, at: number): Found<{ month: number; day: number }> | null {
  const { tokens, words } = reading;
  const month = words.months(tokens, at);
  if (month) {
    const afterDot = tokens[month.end]?.text === '.' ? month.end + 1 : month.end;
    const day = dayAt(reading, afterDot);
    // `dec 5 pm` is no day.
    return day && { value: { month: month.value, day: day.value }, end: day.end };
  }
  const day = dayAt(reading, at);
  const monthAfter = day && words.months(tokens, words.of(tokens, day.end)?.end ?? day.end);
  return monthAfter && { value: { month: monthAfter.value, day: day.value }, end: monthAfter.end };
}

/** `27`, `27th`, `27.` */
function dayAt(reading: Reading, at: number): Found<number> | null {
  const { tokens } = reading;
  const ordinal = ordinalAt(reading, at);
  if (ordinal && /^\d/.test(tokens[at]?.word ?? '')) return ordinal;
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (!/^\d{1,2}$/.test(word) || Number(word) < 1 || Number(word) > 31 || /^[ap]\.?m$/.test(next))
    return null;
  return { value: Number(word), end: at + 1 };
}

/** `1st`, `27th`, `15.`, `first`, `last` (-1). */
export function ordinalAt({ tokens, words }: Reading, at: number): Found<number> | null {
  const word = tokens[at]?.word ?? '';
  const digits = words.ordinalSuffix.exec(word)?.[1];
  if (digits)
    return Number(digits) >= 1 && Number(digits) <= 31 ? { value: Number(digits), end: at + 1 } : null;
  if (/^\d{1,2}$/.test(word) && tokens[at + 1]?.text === '.' && tokens[at + 1]?.start === tokens[at]?.end) {
    return Number(word) >= 1 && Number(word) <= 31 ? { value: Number(word), end: at + 2 } : null;
  }
  return words.ordinals(tokens, at);
}

/** A year that we know, in four digits. */
export function yearAt({ tokens }: Reading, at: number): Found<number> | null {
  const word = tokens[at]?.word ?? '';
  return /^\d{4}$/.test(word) && withinYears(Number(word)) ? { value: Number(word), end: at + 1 } : null;
}

/** `2026-12-01`, `27/1/2027`, `27.1.2027`, `27.1.`; `27/1` where it cannot be a fraction of something. */
export function numericDateAt(reading: Reading, at: number, introduced: boolean): Found<Moment> | null {
  const { tokens, today } = reading;
  const word = tokens[at]?.word ?? '';
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:t(\d\d):(\d\d)(?::\d\d(?:\.\d{1,3})?)?(z|[+-]\d\d:\d\d)?)?$/.exec(
    word,
  );
  if (iso) {
    const [year = 0, month = 0, day = 0] = iso.slice(1, 4).map(Number);
    if (
      !withinYears(year) ||
      !isDate(year, month, day) ||
      Number(iso[4] ?? 0) > 23 ||
      Number(iso[5] ?? 0) > 59
    )
      return null;
    const instant = iso[6] === undefined ? Number.NaN : Date.parse(word.toUpperCase());
    if (!Number.isNaN(instant)) {
      const wall = wallAt(instant, reading.timezone);
      return {
        value: { day: dayOfWall(wall), time: modulo(wall - modulo(wall, 60), secondsPerDay) },
        end: at + 1,
      };
    }
    const time = iso[4] === undefined ? null : Number(iso[4]) * 3600 + Number(iso[5]) * 60;
    return { value: { day: dayNumber(year, month, day), time }, end: at + 1 };
  }
  const full = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(word);
  if (full) {
    const [first, second] = [Number(full[1]), Number(full[3])];
    // Day before month, unless only the other order makes a date: 01/27/2027.
    const [day, month] = full[2] === '/' && second > 12 ? [second, first] : [first, second];
    const year = full[4]?.length === 2 ? 2000 + Number(full[4]) : Number(full[4]);
    if (!withinYears(year) || !isDate(year, month, day)) return null;
    return { value: { day: dayNumber(year, month, day), time: null }, end: at + 1 };
  }
  const short = /^(\d{1,2})([./])(\d{1,2})$/.exec(word);
  const dot = tokens[at + 1]?.text === '.' && tokens[at + 1]?.start === tokens[at]?.end;
  if (!short || (short[2] === '.') !== dot) return null;
  const end = dot ? at + 2 : at + 1;
  if (!dot && !introduced && !isEdge(reading, end)) return null;
  const day = upcoming(today, Number(short[3]), Number(short[1]));
  return day === null ? null : { value: { day, time: null }, end };
}

/** The next such day from today on; 29 February is the next one that there is. */
export function upcoming(today: number, month: number, day: number): number | null {
  const { year } = civilDate(today);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    if (!isDate(year + ahead, month, day)) continue;
    const number = dayNumber(year + ahead, month, day);
    if (number >= today) return number;
  }
  return null;
}

/** The next such day of a month from today on, in a month that has it. */
export function nextDayOfMonth(today: number, day: number): number | null {
  const { year, month } = civilDate(today);
  for (let ahead = 0; ahead <= 3; ahead += 1) {
    const first = civilDate(dayNumber(year, month + ahead, 1));
    if (day > daysInMonth(first.year, first.month)) continue;
    const number = dayNumber(first.year, first.month, day);
    if (number >= today) return number;
  }
  return null;
}
