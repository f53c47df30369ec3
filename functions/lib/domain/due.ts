import * as z from 'zod';
import { limits } from './limits.ts';
import { Rejected } from './rejected.ts';

/** `HH:MM` or `HH:MM:SS`; seconds of zero are left out of answers. */
export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'a time is HH:MM or HH:MM:SS')
  .transform((time) => time.replace(/^(\d\d:\d\d):00$/, '$1'));

/** When a task is due: a local date, a local time or none (all day), and the zone they are meant in. */
export const due = z.strictObject({
  date: z.string(),
  time: localTime.nullable(),
  timezone: z.string(),
  floating: z.boolean(),
});
export type Due = z.infer<typeof due>;

/** What a caller may leave out: the time (all day), the zone (the person's) and `floating` (false). */
export const dueInput = z.strictObject({
  date: z.string().meta({ format: 'date', maxLength: 10 }),
  time: localTime.nullish(),
  timezone: z.string().meta({ maxLength: 64 }).nullish(),
  floating: z.boolean().nullish(),
});
export type DueInput = z.infer<typeof dueInput>;

/** What a merge patch says of a due date. */
export const duePatch = dueInput.partial();
export type DuePatch = z.infer<typeof duePatch>;

/** @throws Rejected `invalid-date` for what is no calendar date between 1900 and 2200 */
export function checkDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const parsed = new Date(Date.UTC(year, month - 1, day));
  const exists =
    /^\d{4}-\d\d-\d\d$/.test(date) && parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day;
  if (!exists || year < limits.firstYear || year > limits.lastYear) {
    throw new Rejected(
      'invalid-date',
      `${date.slice(0, 40)} is no date between ${limits.firstYear}-01-01 and ${limits.lastYear}-12-31.`,
    );
  }
  return date;
}

/** `2026-11-21T09:00` or, for a whole day, `2026-11-21`. */
export const localDue = ({ date, time }: Pick<Due, 'date' | 'time'>): string =>
  time === null ? date : `${date}T${time}`;
