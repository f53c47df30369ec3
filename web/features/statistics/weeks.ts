import { addDays, daysBetween } from '../../lib/local-time.ts';
import { weekOf } from '../calendar/days.ts';

/** Days in a row and how much was completed in them. */
export type Stretch = { from: string; to: string; completed: number };
type Day = { date: string; completed: number };

/** Days put together into weeks that begin on `begins` (0 is Sunday); the first may have lost some of its days. */
export function byWeek(days: readonly Day[], begins: number): Stretch[] {
  return [...Map.groupBy(days, ({ date }) => weekOf(date, begins)).values()].map((week) => ({
    from: week[0]?.date ?? '',
    to: week.at(-1)?.date ?? '',
    completed: week.reduce((sum, { completed }) => sum + completed, 0),
  }));
}

export type Cell = Day & { week: number; weekday: number };

/** Where each day stands in a map of weeks side by side: `week` from the left, `weekday` from the top. */
export function cellsOf(days: readonly Day[], begins: number): Cell[] {
  const first = weekOf(days[0]?.date ?? '1970-01-01', begins);
  return days.map((day) => {
    const at = daysBetween(first, day.date);
    return { ...day, week: Math.floor(at / 7), weekday: at % 7 };
  });
}

/** The week in which each month begins; one that would stand on another's name is left out. */
export function monthsOf(cells: readonly Cell[]): { date: string; week: number }[] {
  const starts = cells.filter(({ date }, at) => at === 0 || date.endsWith('-01'));
  return starts.filter(({ week }, at) => (starts[at + 1]?.week ?? week + 3) - week >= 3);
}

/** Weekdays in the order of a week that begins on `begins`, as the statistics number them: 1 is Monday. */
export const weekdayOrder = (begins: number): number[] =>
  Array.from({ length: 7 }, (_, at) => ((begins + at + 6) % 7) + 1);

/** A date that falls on a weekday (1 is Monday), for its name. */
export const someDay = (weekday: number): string => addDays('2024-01-01', weekday - 1);
