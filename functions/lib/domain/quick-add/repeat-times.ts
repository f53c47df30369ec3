// Several times a day: every day at 9am and 6pm.

import { secondsPerDay } from '../local-date.ts';
import type { Moment } from './reading.ts';
import type { Repeat } from './repeat.ts';
import { type Schedule, scheduleOf } from './repeat-rules.ts';

/** As `scheduleOf`, with the times in the rules; the task is due at the first of them to come. */
export function scheduleOfTimes(repeat: Repeat, day: number, times: number[], now: number): Schedule {
  const slot = ({ day: on, time }: Moment): number => on * secondsPerDay + (time ?? 0);
  const [first] = times
    .map((time) => scheduleOf(repeat, { day, time }, now))
    .sort((a, b) => slot(a.due) - slot(b.due)) as [Schedule];
  return { due: first.due, rrules: first.rrules.flatMap((rule) => timed(rule, times)) };
}

/** A rule lists hours only where they share their minute, and where it does not choose among its slots. */
function timed(rule: string, times: number[]): string[] {
  const groups = new Map<string, number[]>();
  for (const time of [...times].sort((a, b) => a - b)) {
    const minute = Math.floor(time / 60) % 60;
    const key = rule.includes('BYSETPOS') ? `${time}` : `${minute}`;
    groups.set(key, [...(groups.get(key) ?? []), time]);
  }
  const parts = rule.split(';');
  const found = parts.findIndex((part) => /^(?:BYSETPOS|UNTIL|COUNT)=/.test(part));
  const at = found < 0 ? parts.length : found;
  return [...groups.values()].map((group) => {
    const hours = [...new Set(group.map((time) => Math.floor(time / 3600)))];
    const minute = Math.floor((group[0] as number) / 60) % 60;
    return [...parts.slice(0, at), `BYHOUR=${hours}`, `BYMINUTE=${minute}`, ...parts.slice(at)].join(';');
  });
}
