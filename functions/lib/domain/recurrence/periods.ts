import { limits } from '../limits.ts';
import { civilDate, dayNumber } from '../local-date.ts';
import type { Rule } from '../rrule.ts';
import { allowedDays, type YearDay } from './days.ts';

/**
 * Reads, one after the other, the allowed days of each period (day, week, month or year) that
 * INTERVAL visits: those of the period around `first`, and of all later ones until the last year
 * that we know; then null. A rule may have to be followed through centuries, so that this is a
 * plain loop; the list is filled anew by the next call.
 */
export function periodReader(rule: Rule, start: number, first: number, last: number): () => number[] | null {
  const allowed = allowedDays(rule);
  const origin = periodOf(rule, start);
  const lastYear = Math.min(civilDate(last).year, limits.lastYear);
  // A week may begin in the year before.
  let year = civilDate(first - 7).year;
  let table = allowed(year);
  let january1 = dayNumber(year, 1, 1);
  let index = 0;
  const days: number[] = [];
  return () => {
    days.length = 0;
    let current = Number.NaN;
    while (year <= lastYear) {
      for (; index < table.length; index += 1) {
        const { offset, month } = table[index] as YearDay;
        const period = periodOf(rule, january1 + offset, year, month);
        if (period === current) days.push(january1 + offset);
        else if (period >= origin && (period - origin) % rule.interval === 0) {
          if (days.length > 0) return days;
          current = period;
          days.push(january1 + offset);
        }
      }
      year += 1;
      table = allowed(year);
      january1 = dayNumber(year, 1, 1);
      index = 0;
    }
    return days.length > 0 ? days : null;
  };
}

function periodOf({ freq, weekStart }: Rule, day: number, year?: number, month?: number): number {
  if (freq === 'DAILY') return day;
  if (freq === 'WEEKLY') return Math.floor((day + 3 - weekStart) / 7);
  const date = year === undefined || month === undefined ? civilDate(day) : { year, month };
  return freq === 'YEARLY' ? date.year : date.year * 12 + date.month;
}
