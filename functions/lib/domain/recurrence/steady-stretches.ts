import { offsetAt } from '../local-time.ts';

/** A stretch of instants (seconds, `to` excluded) over which a zone keeps its distance from UTC (seconds). */
export type Stretch = { from: number; to: number; offset: number };

// No zone has ever changed its clock and changed it back within so short a time.
const stride = 20 * 86_400;

/** Cuts the time from `from` to `to` where the clocks of `timezone` change. */
export function* steadyStretches(from: number, to: number, timezone: string): Generator<Stretch> {
  const offsetOf = (second: number): number => offsetAt(second * 1000, timezone);
  let at = from;
  let offset = offsetOf(at);
  while (at <= to) {
    const next = at + stride;
    const changed = offsetOf(next) !== offset;
    const end = changed ? changeBetween(at, next, (second) => offsetOf(second) !== offset) : next;
    yield { from: at, to: end, offset };
    if (changed) offset = offsetOf(end);
    at = end;
  }
}

function changeBetween(low: number, high: number, changed: (second: number) => boolean): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (changed(middle)) high = middle;
    else low = middle;
  }
  return high;
}
