// Weeks, months and years as dates: next week, this weekend, mid January, end of the month.

import { civilDate, dayNumber, daysInMonth, modulo, weekdayOf } from '../local-date.ts';
import { upcoming } from './month-dates.ts';
import { isEdge, type Moment, type Reading } from './reading.ts';
import type { Found, Unit } from './words.ts';

const saturday = 5;

export function pointOfPeriodAt(reading: Reading, at: number): Found<Moment> | null {
  const found =
    nextAt(reading, at) ?? weekendAt(reading, at) ?? partOfPeriodAt(reading, at) ?? endAt(reading, at);
  return found && { value: { day: found.value, time: null }, end: found.end };
}

/** A new week begins on Monday, everything else on its first day. */
function nextAt({ tokens, words, today }: Reading, at: number): Found<number> | null {
  const next = words.next(tokens, at);
  const unit = next && words.units(tokens, next.end);
  if (!unit) return null;
  const { year, month } = civilDate(today);
  const starts: Partial<Record<Unit, number>> = {
    week: nextMonday(today),
    month: dayNumber(year, month + 1, 1),
    quarter: dayNumber(year, month + 3 - ((month - 1) % 3), 1),
    year: dayNumber(year + 1, 1, 1),
  };
  const day = starts[unit.value];
  return day === undefined ? null : { value: day, end: unit.end };
}

const nextMonday = (today: number): number => today - weekdayOf(today) + 7;

function weekendAt({ tokens, words, today }: Reading, at: number): Found<number> | null {
  const next = words.next(tokens, at);
  const near = next ?? words.this(tokens, at);
  const weekend = near && words.weekend(tokens, near.end);
  if (!weekend) return null;
  if (next) return { value: nextMonday(today) + saturday, end: weekend.end };
  const onSunday = weekdayOf(today) === 6;
  return { value: onSunday ? today : today + modulo(saturday - weekdayOf(today), 7), end: weekend.end };
}

/** `mid January`, `end of the month`, `start of next year`. */
function partOfPeriodAt(reading: Reading, at: number): Found<number> | null {
  const { tokens, words, today } = reading;
  for (const part of ['startOf', 'middleOf', 'endOf'] as const) {
    const said = words[part](tokens, at);
    const found = said && periodsAt(reading, said.end);
    if (!found) continue;
    const days = found.value.map((period) => dayOf(period, part));
    return { value: days.find((day) => day >= today) ?? (days[0] as number), end: found.end };
  }
  return null;
}

/** The middle of a month is its 15th. */
function dayOf({ first, last }: Period, part: 'startOf' | 'middleOf' | 'endOf'): number {
  if (part !== 'middleOf') return part === 'startOf' ? first : last;
  return last - first < 31 && last - first > 6 ? first + 14 : Math.floor((first + last) / 2);
}

type Period = { first: number; last: number };

/** The period that is meant and, for when its day is past, the one after it. */
function periodsAt(reading: Reading, at: number): Found<Period[]> | null {
  const { tokens, words, today } = reading;
  const { year, month } = civilDate(today);
  const named = words.months(tokens, at);
  if (named) return { value: [monthOf(year, named.value), monthOf(year + 1, named.value)], end: named.end };
  const next = words.next(tokens, at);
  const unit = words.units(tokens, next?.end ?? words.this(tokens, at)?.end ?? at);
  if (!unit) return null;
  const ahead = next ? 1 : 0;
  const monday = today - weekdayOf(today) + ahead * 7;
  const yearOf = (number: number): Period => ({
    first: dayNumber(number, 1, 1),
    last: dayNumber(number, 12, 31),
  });
  const periods: Partial<Record<Unit, Period[]>> = {
    day: [{ first: today, last: today }],
    week: [0, 7].map((days) => ({ first: monday + days, last: monday + days + 6 })),
    month: [monthOf(year, month + ahead), monthOf(year, month + ahead + 1)],
    year: [yearOf(year + ahead), yearOf(year + ahead + 1)],
  };
  const value = periods[unit.value];
  return value ? { value, end: unit.end } : null;
}

function monthOf(year: number, month: number): Period {
  const first = dayNumber(year, month, 1);
  const date = civilDate(first);
  return { first, last: first + daysInMonth(date.year, date.month) - 1 };
}

/** `eom`, `eod`, and a month alone after `in`. */
function endAt(reading: Reading, at: number): Found<number> | null {
  const { tokens, words, today } = reading;
  const { year, month } = civilDate(today);
  const ofMonth = words.endOfMonth(tokens, at);
  if (ofMonth) return { value: monthOf(year, month).last, end: ofMonth.end };
  const ofDay = words.endOfDay(tokens, at);
  if (ofDay) return { value: today, end: ofDay.end };
  const inside = words.inside(tokens, at);
  const named = inside && words.months(tokens, inside.end);
  if (!named || !isEdge(reading, named.end)) return null;
  return { value: upcoming(today, named.value, 1) as number, end: named.end };
}
