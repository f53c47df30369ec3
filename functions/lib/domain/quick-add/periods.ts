// Weeks, months and years as dates: next week, this weekend, mid January, end of the month.

import { civilDate, dayNumber, daysInMonth, modulo, weekdayOf } from '../local-date.ts';
import { upcoming, yearAt } from './month-dates.ts';
import { isEdge, type Moment, type Reading } from './reading.ts';
import type { Found, Unit } from './words.ts';

const saturday = 5;

/** @param introduced whether `on` or the like stands before it: `on the weekend` */
export function pointOfPeriodAt(reading: Reading, at: number, introduced: boolean): Found<Moment> | null {
  const found =
    nextAt(reading, at) ??
    weekendAt(reading, at, introduced) ??
    partOfPeriodAt(reading, at) ??
    endAt(reading, at);
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

function weekendAt(reading: Reading, at: number, introduced: boolean): Found<number> | null {
  const { tokens, words, today } = reading;
  const next = words.next(tokens, at);
  const near = next ?? words.this(tokens, at);
  const weekend = near || introduced ? words.weekend(tokens, near?.end ?? at) : null;
  if (!weekend || (!near && !isEdge(reading, weekend.end) && !reading.words.at(tokens, weekend.end)))
    return null;
  if (next) return { value: nextMonday(today) + saturday, end: weekend.end };
  const onSunday = weekdayOf(today) === 6;
  return { value: onSunday ? today : today + modulo(saturday - weekdayOf(today), 7), end: weekend.end };
}

/** `mid January`, `end of the month`, `start of next year`. */
function partOfPeriodAt(reading: Reading, at: number): Found<number> | null {
  const { tokens, words, today } = reading;
  const middle = words.middleOfMonth(tokens, at);
  const day = middle && upcoming(today, middle.value, 15);
  if (middle && day) return { value: day, end: middle.end };
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
  if (named) {
    const exact = yearAt(reading, named.end);
    const years = exact ? [exact.value] : [year, year + 1];
    return { value: years.map((one) => monthOf(one, named.value)), end: exact?.end ?? named.end };
  }
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

/** `eom`, `eow`, `eoy`, and a month alone after `in`. */
function endAt(reading: Reading, at: number): Found<number> | null {
  const { tokens, words, today } = reading;
  const { year, month } = civilDate(today);
  const ofMonth = words.endOfMonth(tokens, at);
  if (ofMonth) return { value: monthOf(year, month).last, end: ofMonth.end };
  const ofWeek = words.endOfWeek(tokens, at);
  if (ofWeek) return { value: nextMonday(today) - 1, end: ofWeek.end };
  const ofYear = words.endOfYear(tokens, at);
  if (ofYear) return { value: dayNumber(year, 12, 31), end: ofYear.end };
  const inside = words.inside(tokens, at);
  const named = inside && words.months(tokens, inside.end);
  if (!named || !isEdge(reading, named.end)) return null;
  return { value: upcoming(today, named.value, 1) as number, end: named.end };
}
