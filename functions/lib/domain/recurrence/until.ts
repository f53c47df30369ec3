import { dayNumber, isDate, secondsPerDay } from '../local-date.ts';
import { invalid } from './parts.ts';

/**
 * The last moment of a rule, inclusive. `utc`: an instant, in seconds; `local`: compared on the
 * wall clock; `date`: that whole day still counts.
 */
export type Until = { kind: 'utc' | 'local' | 'date'; wall: number };

export function readUntil(value: string, part: string): Until {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(value);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match ?? [])
    .slice(1, 7)
    .map((text) => Number(text ?? 0));
  if (!match || !isDate(year, month, day) || hour > 23 || minute > 59 || second > 60) {
    throw invalid(part, 'use a date that exists, such as 20261224 or 20261224T080000Z');
  }
  const midnight = dayNumber(year, month, day) * secondsPerDay;
  if (match[4] === undefined) return { kind: 'date', wall: midnight + secondsPerDay - 1 };
  const wall = midnight + hour * 3600 + minute * 60 + Math.min(second, 59);
  return { kind: match[7] ? 'utc' : 'local', wall };
}
