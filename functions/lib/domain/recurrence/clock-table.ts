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
