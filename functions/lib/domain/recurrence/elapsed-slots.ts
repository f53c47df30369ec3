// Rules that count hours, minutes or seconds: elapsed time, so that the hour that a clock change
// repeats counts twice and the one that it skips does not count. BY parts look at the wall clock.

import { civilDate, dayNumber, dayOfWall, modulo, secondsPerDay } from '../local-date.ts';
import { offsetAt } from '../local-time.ts';
import type { Rule } from '../rrule.ts';
import { hasByParts } from './combinations.ts';
import { dayPattern, type ElapsedRule, elapsedUnits } from './day-pattern.ts';
import { allowedDays } from './days.ts';
import { steadyStretches } from './steady-stretches.ts';

/** A stretch of instants in seconds, both ends included. */
type Window = { from: number; to: number };

export const isElapsed = (rule: Rule): rule is ElapsedRule => rule.freq in elapsedUnits;

/** The instants (seconds) of `rule`, begun at the instant `start`, that lie in `window`, in order. */
export function elapsedSlots(
  rule: ElapsedRule,
  start: number,
  timezone: string,
  window: Window,
): Generator<number> {
  return hasByParts(rule) ? chosenSlots(rule, start, timezone, window) : plainSlots(rule, start, window);
}

function* plainSlots(rule: ElapsedRule, start: number, { from, to }: Window): Generator<number> {
  const step = rule.interval * elapsedUnits[rule.freq];
  const end = rule.count ?? Number.POSITIVE_INFINITY;
  for (let index = Math.max(0, Math.ceil((from - start) / step)); index < end; index += 1) {
    if (start + index * step > to) return;
    yield start + index * step;
  }
}

function* chosenSlots(
  rule: ElapsedRule,
  start: number,
  timezone: string,
  { from, to }: Window,
): Generator<number> {
  const unit = elapsedUnits[rule.freq];
  const step = rule.interval * unit;
  const startWall = start + offsetAt(start * 1000, timezone);
  // The first period begins here, and keeps its instant when the wall clock moves.
  const base = start - modulo(startWall, unit);
  const stretches = steadyStretches(timezone);
  const begin = rule.count === null ? Math.max(start, from) : start;
  const offsetNow = offsetAt(begin * 1000, timezone);
  const shifts = stretches.offsetsFrom(begin).map((offset) => offset - offsetNow);
  const pattern = dayPattern(rule, modulo(startWall, secondsPerDay), shifts);
  const count = rule.count ?? Number.POSITIVE_INFINITY;
  let seen = 0;
  for (const day of daysFrom(allowedDays(rule), dayOfWall(begin + offsetNow), dayOfWall(to) + 1)) {
    const midnight = day * secondsPerDay;
    if (!pattern.mayHaveSlots(modulo(midnight - offsetNow - base, step))) continue;
    for (const { from: first, to: next, offset } of stretches.between(
      midnight - widest,
      midnight + secondsPerDay + widest,
    )) {
      if (midnight - offset >= next || midnight + secondsPerDay - offset <= first) continue;
      const slots = pattern.slots(modulo(midnight - offset - base, step));
      const dayStart = midnight - offset;
      const dayEnd = dayStart + secondsPerDay;
      // A whole day between the start and the window: it is enough to count it.
      if (dayStart >= Math.max(first, start) && dayEnd <= Math.min(next, from)) {
        seen += slots.length;
        continue;
      }
      for (const second of slots) {
        const slot = dayStart + second;
        if (slot < first || slot >= next || slot < start) continue;
        if (slot > to || seen >= count) return;
        seen += 1;
        if (slot >= from) yield slot;
      }
    }
  }
}

/** The farthest that a clock is from UTC, with room to spare. */
const widest = 16 * 3600;

function* daysFrom(allowed: ReturnType<typeof allowedDays>, first: number, last: number): Generator<number> {
  for (let year = civilDate(first).year; year <= civilDate(last).year; year += 1) {
    const january1 = dayNumber(year, 1, 1);
    for (const { offset } of allowed(year)) {
      if (january1 + offset >= first && january1 + offset <= last) yield january1 + offset;
    }
  }
}
