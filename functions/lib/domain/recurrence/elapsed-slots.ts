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
  // While COUNT is counted: where the clock keeps its offset, and so every day is a whole one.
  let steady = { from: 0, to: 0, offset: 0 };
  for (const day of daysFrom(allowedDays(rule), dayOfWall(begin + offsetNow), dayOfWall(to) + 1)) {
    const midnight = day * secondsPerDay;
    if (rule.count !== null && midnight < from - widest) {
      if (midnight + widest >= steady.to) steady = stretches.around(midnight - widest);
      const dayStart = midnight - steady.offset;
      const isWhole =
        dayStart >= Math.max(steady.from, start) && dayStart + secondsPerDay <= Math.min(steady.to, from);
      if (isWhole) {
        seen += pattern.slots(modulo(dayStart - base, step)).length;
        if (seen >= count) return;
        continue;
      }
    }
    if (!pattern.mayHaveSlots(modulo(midnight - offsetNow - base, step))) continue;
    for (const { from: first, to: next, offset } of stretches.between(
      midnight - widest,
      midnight + secondsPerDay + widest,
    )) {
      if (midnight - offset >= next || midnight + secondsPerDay - offset <= first) continue;
      const dayStart = midnight - offset;
      const slots = pattern.slots(modulo(dayStart - base, step));
      const begins = indexOf(slots, Math.max(first, start) - dayStart);
      const ends = Math.max(begins, indexOf(slots, next - dayStart));
      const shown = Math.min(ends, Math.max(begins, indexOf(slots, from - dayStart)));
      // What lies before the window is only counted.
      seen += shown - begins;
      for (let index = shown; index < ends; index += 1) {
        const slot = dayStart + (slots[index] as number);
        if (slot > to || seen >= count) return;
        seen += 1;
        yield slot;
      }
    }
    if (seen >= count) return;
  }
}

/** The index of the first slot at or after a second of the day; they are in order. */
function indexOf(slots: readonly number[], second: number): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] as number) < second) low = middle + 1;
    else high = middle;
  }
  return low;
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
