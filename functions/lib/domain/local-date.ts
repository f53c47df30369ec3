// Whole days and wall-clock seconds counted in the Gregorian calendar, without any zone.
// Day 0 is 1970-01-01; a wall time is day * 86,400 + second of the day.

import { limits } from './limits.ts';
import { Rejected } from './rejected.ts';

export const secondsPerDay = 86_400;

export type CivilDate = { year: number; month: number; day: number };

/** The number of a calendar day; months and days beyond their range carry over. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

export function civilDate(number: number): CivilDate {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const dayOfWall = (wall: number): number => Math.floor(wall / secondsPerDay);

/** Monday is 0, Sunday is 6. */
export const weekdayOf = (number: number): number => modulo(number + 3, 7);

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `months` later; a day that the month does not have becomes its last. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilDate(number);
  const first = civilDate(dayNumber(year, month + months, 1));
  return dayNumber(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

/** The remainder that is never negative. */
export const modulo = (value: number, by: number): number => ((value % by) + by) % by;

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/;

/**
 * Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS` as a wall time.
 *
 * @throws Rejected `invalid-date` for anything else, and outside the years that we know
 */
export function readLocal(text: string): { wall: number; hasTime: boolean } {
  const match = pattern.exec(text);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const exists =
    match && isDate(year, month, day) && hour < 24 && minute < 60 && second < 60 && withinYears(year);
  if (!exists) {
    throw new Rejected(
      'invalid-date',
      `${text.slice(0, 40)} is no local date or date-time between ${limits.firstYear} and ${limits.lastYear}, such as 2026-11-21T09:00.`,
    );
  }
  const wall = dayNumber(year, month, day) * secondsPerDay + hour * 3600 + minute * 60 + second;
  return { wall, hasTime: match[4] !== undefined };
}

export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

export const withinYears = (year: number): boolean => year >= limits.firstYear && year <= limits.lastYear;

/** `YYYY-MM-DD` */
export const writeDate = (number: number): string => writeLocal(number * secondsPerDay).slice(0, 10);

/** `YYYY-MM-DDTHH:MM:SS` */
export const writeLocal = (wall: number): string => new Date(wall * 1000).toISOString().slice(0, 19);
