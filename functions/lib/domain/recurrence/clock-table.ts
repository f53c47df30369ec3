import { secondsPerDay } from '../local-date.ts';
import type { Rule } from '../rrule.ts';

/** For every second of a day: 1 where BYHOUR, BYMINUTE and BYSECOND allow it. */
export function clockTable({ byHour, byMinute, bySecond }: Rule): Uint8Array {
  const table = new Uint8Array(secondsPerDay);
  const all = (list: number[], length: number): number[] =>
    list.length > 0 ? list : Array.from({ length }, (_, value) => value);
  const seconds = all(bySecond, 60);
  for (const hour of all(byHour, 24)) {
    for (const minute of all(byMinute, 60)) {
      for (const second of seconds) table[hour * 3600 + minute * 60 + second] = 1;
    }
  }
  return table;
}

/** The seconds that `table` allows on a clock that is off by one of `shifts` (seconds). */
export function shiftedTable(table: Uint8Array, shifts: readonly number[]): Uint8Array {
  const shifted = new Uint8Array(secondsPerDay);
  for (const shift of new Set(shifts)) {
    for (let second = 0; second < secondsPerDay; second += 1) {
      // Both are less than a day off, so that one more day keeps the index from being negative.
      if (table[(second + shift + 2 * secondsPerDay) % secondsPerDay] === 1) shifted[second] = 1;
    }
  }
  return shifted;
}
