import { addDays, weekdayOf } from '../../lib/local-time.ts';

/** The first day of the week that a date is in; weeks begin on `begins`, 0 is Sunday. */
export const weekOf = (date: string, begins: number): string =>
  addDays(date, -((weekdayOf(date) - begins + 7) % 7));

const run = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index));

export const daysOfWeek = (date: string, begins: number): string[] => run(weekOf(date, begins), 7);

/** Every day of the weeks that the month of a date touches. */
export function daysOfMonth(date: string, begins: number): string[] {
  const first = `${date.slice(0, 7)}-01`;
  const from = weekOf(first, begins);
  const last = addDays(addMonths(first, 1), -1);
  const weeks = Math.ceil((Date.parse(last) - Date.parse(from) + 86_400_000) / (7 * 86_400_000));
  return run(from, weeks * 7);
}

/** The same day so many months on, or the last of a shorter month. */
export function addMonths(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
