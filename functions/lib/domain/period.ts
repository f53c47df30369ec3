import { readLocal, secondsPerDay } from './local-date.ts';
import { Rejected } from './rejected.ts';

/**
 * Days from one date to another, both included.
 *
 * @throws Rejected `invalid-date`, `invalid-request` for more than `most` or an end before the beginning
 */
export function daysIn({ from, to }: { from: string; to: string }, most: number): number {
  const [first, last] = [from, to].map((date) => readLocal(date).wall / secondsPerDay) as [number, number];
  const days = last - first + 1;
  if (!Number.isInteger(days)) {
    throw new Rejected('invalid-date', 'from and to are dates, such as 2026-11-21.');
  }
  if (days >= 1 && days <= most) return days;
  throw new Rejected('invalid-request', `from and to: ask for 1 to ${most} days; these are ${days}.`);
}
