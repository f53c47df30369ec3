// Which days of a year a rule allows. There are few kinds of years (leap or not, the weekday of
// 1 January, and for week numbers the year before), so that centuries cost a handful of tables.

import { civilDate, dayNumber, daysInMonth, modulo, weekdayOf } from '../local-date.ts';
import type { Rule } from '../rrule.ts';

/** A day of a year: how many days after 1 January, and its month. */
export type YearDay = { offset: number; month: number };

/** What a rule leaves unsaid about the day comes from its first slot (RFC 5545 3.3.10). */
export function withImpliedDays(rule: Rule, startDay: number): Rule {
  const { month, day } = civilDate(startDay);
  const weekday = { weekday: weekdayOf(startDay), nth: null };
  const { freq, byDay, byMonthDay, byYearDay, byWeekNo, byMonth } = rule;
  if (byDay.length + byMonthDay.length + byYearDay.length > 0) return rule;
  if (freq === 'WEEKLY' || (freq === 'YEARLY' && byWeekNo.length > 0)) return { ...rule, byDay: [weekday] };
  if (freq === 'MONTHLY') return { ...rule, byMonthDay: [day] };
  if (freq === 'YEARLY')
    return { ...rule, byMonthDay: [day], byMonth: byMonth.length > 0 ? byMonth : [month] };
  return rule;
}

/** Gives, for any year, the days that `rule` allows; intervals and positions are not looked at. */
export function allowedDays(rule: Rule): (year: number) => YearDay[] {
  const tables = new Map<number, YearDay[]>();
  return (year) => {
    const kind = weekdayOf(dayNumber(year, 1, 1)) * 4 + Number(isLeap(year)) * 2 + Number(isLeap(year - 1));
    const known = tables.get(kind);
    if (known) return known;
    const table = daysOfYear(rule, year);
    tables.set(kind, table);
    return table;
  };
}

const isLeap = (year: number): boolean => daysInMonth(year, 2) === 29;

function daysOfYear(rule: Rule, year: number): YearDay[] {
  const first = dayNumber(year, 1, 1);
  const length = isLeap(year) ? 366 : 365;
  const days: YearDay[] = [];
  for (let month = 1; month <= 12; month += 1) {
    if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) continue;
    const monthLength = daysInMonth(year, month);
    const monthStart = dayNumber(year, month, 1) - first;
    for (let day = 1; day <= monthLength; day += 1) {
      const offset = monthStart + day - 1;
      const allowed =
        within(rule.byMonthDay, day, monthLength) &&
        within(rule.byYearDay, offset + 1, length) &&
        allowsWeekday(rule, first + offset, { day, monthLength, yearDay: offset + 1, yearLength: length }) &&
        allowsWeek(rule, first + offset, year);
      if (allowed) days.push({ offset, month });
    }
  }
  return days;
}

/** `position` counts from 1; a list counts from the start or, negative, from the end. */
const within = (list: number[], position: number, length: number): boolean =>
  list.length === 0 || list.includes(position) || list.includes(position - length - 1);

type Place = { day: number; monthLength: number; yearDay: number; yearLength: number };

function allowsWeekday({ byDay, byMonth, freq }: Rule, number: number, place: Place): boolean {
  if (byDay.length === 0) return true;
  const weekday = weekdayOf(number);
  const inMonth = freq === 'MONTHLY' || byMonth.length > 0;
  const [position, length] = inMonth ? [place.day, place.monthLength] : [place.yearDay, place.yearLength];
  return byDay.some(({ weekday: wanted, nth }) => {
    if (wanted !== weekday) return false;
    if (nth === null) return true;
    return nth > 0 ? Math.ceil(position / 7) === nth : Math.ceil((length - position + 1) / 7) === -nth;
  });
}

/** Week 1 is the first with at least four days in its year. */
function allowsWeek({ byWeekNo, weekStart }: Rule, number: number, year: number): boolean {
  if (byWeekNo.length === 0) return true;
  const firstWeek = (of: number): number => {
    const january4 = dayNumber(of, 1, 4);
    return january4 - modulo(weekdayOf(january4) - weekStart, 7);
  };
  const weekYear = number >= firstWeek(year + 1) ? year + 1 : number < firstWeek(year) ? year - 1 : year;
  const weeks = (firstWeek(weekYear + 1) - firstWeek(weekYear)) / 7;
  return within(byWeekNo, Math.floor((number - firstWeek(weekYear)) / 7) + 1, weeks);
}
