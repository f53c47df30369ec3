// The third Friday of December, the last workday of next month.

import { civilDate, dayNumber } from '../local-date.ts';
import { ordinalAt } from './month-dates.ts';
import type { Moment, Reading } from './reading.ts';
import { type DayChoice, nthWeekdayAt } from './repeat-days.ts';
import { byParts, firstDay } from './repeat-rules.ts';
import type { Found } from './words.ts';

export function nthWeekdayDateAt(reading: Reading, at: number): Found<Moment> | null {
  const found = nthWeekdayAt(reading, at) ?? nthDayAt(reading, at);
  const choice = found?.value[0];
  if (!found || !choice) return null;
  if (choice.month !== undefined) return onOrAfter(choice, reading.today, found.end);
  const { tokens, words } = reading;
  const ofTheMonth = words.ofTheMonth(tokens, found.end);
  if (ofTheMonth) return onOrAfter(choice, reading.today, ofTheMonth.end);
  const next = words.next(tokens, words.of(tokens, found.end)?.end ?? found.end);
  const unit = next && words.units(tokens, next.end);
  if (unit?.value !== 'month') return null;
  const { year, month } = civilDate(reading.today);
  return onOrAfter(choice, dayNumber(year, month + 1, 1), unit.end);
}

/** `last day of next month`, `first day of january` */
function nthDayAt(reading: Reading, at: number): Found<DayChoice[]> | null {
  const { tokens, words } = reading;
  const nth = ordinalAt(reading, at);
  const day = nth && words.day(tokens, nth.end);
  if (!nth || !day) return null;
  const ofMonth = words.of(tokens, day.end) ?? words.inside(tokens, day.end);
  const month = ofMonth && words.months(tokens, ofMonth.end);
  if (!month) return { value: [{ monthDay: nth.value }], end: day.end };
  return { value: [{ monthDay: nth.value, month: month.value }], end: month.end };
}

function onOrAfter(choice: DayChoice, from: number, end: number): Found<Moment> {
  const [part] = byParts([choice]);
  return { value: { day: part ? firstDay(part, from) : from, time: null }, end };
}
