// Times of the day.

import { clockOf, oneTimeAt, secondOf } from './one-time.ts';
import { isEdge, type Reading } from './reading.ts';
import type { Found } from './words.ts';

/** Seconds of the day, 86,400 at its end; `until` where a range was written. */
export type ClockTime = { time: number; until: number | null };

/** `at 9`, `@ 7pm`, `16:00`, `9am`, `7 Uhr 30`, `4-5pm`, `half past 9`, `noon`; after a date `9.30`, too. */
export function timeAt(reading: Reading, at: number, afterDate = false): Found<ClockTime> | null {
  const { tokens, words } = reading;
  const said = words.at(tokens, at);
  const start = said?.end ?? at;
  const named = words.noonAndMidnight(tokens, start);
  if (named && (said || isEdge(reading, named.end))) {
    return { value: { time: secondOf(named.value), until: null }, end: named.end };
  }
  const known = said ? 'said' : afterDate ? 'after a date' : null;
  const range = rangeAt(reading, start, known !== null) ?? rangeInOneWord(reading, start, known !== null);
  if (range) return range;
  const one = oneTimeAt(reading, start, known);
  return one && { value: { time: one.value, until: null }, end: one.end };
}

/** `16:00 - 17:30`, `4 to 5pm`, `from 9 to 12` after a date. */
function rangeAt(reading: Reading, at: number, known: boolean): Found<ClockTime> | null {
  const { tokens, words } = reading;
  const between = words.between(tokens, at);
  const start = between?.end ?? at;
  const first = oneTimeAt(reading, start, 'said');
  const to = first && words.to(tokens, first.end);
  const second = to && oneTimeAt(reading, to.end, 'said');
  if (!first || !second) return null;
  const isExplicit = (from: number): boolean => oneTimeAt(reading, from, null) !== null;
  const [firstExplicit, secondExplicit] = [isExplicit(start), isExplicit(to.end)];
  // Two bare numbers are hours only where a time is expected, and a bare end only where nothing follows it.
  if (!firstExplicit && !secondExplicit && !known) return null;
  if (!secondExplicit && !isEdge(reading, second.end)) return null;
  return found(firstExplicit ? first.value : null, first.value, second.value, second.end);
}

/** `16:00-17:30`, `4-5pm`, `9am–10am`, `9-10 Uhr`; after a date `10-11`. */
function rangeInOneWord(reading: Reading, at: number, known: boolean): Found<ClockTime> | null {
  const { tokens, words } = reading;
  const [, from, to] = /^(\d[\d:.]*(?:[ap]m)?)[-–](\d[\d:.]*(?:[ap]m)?)$/.exec(tokens[at]?.word ?? '') ?? [];
  if (!from || !to) return null;
  const half = /^[ap]m$/.exec(tokens[at + 1]?.word ?? '')?.[0] ?? '';
  const oClock = words.oClock(tokens, at + 1);
  const end = half ? at + 2 : (oClock?.end ?? at + 1);
  const isHour = oClock !== null || (known && isEdge(reading, end));
  const until = clockOf(to + half) ?? (isHour ? clockOf(`${to}:00`) : null);
  const exact = clockOf(from);
  const loose = exact ?? clockOf(`${from}:00`);
  return until === null || loose === null ? null : found(exact, loose, until, end);
}

/** A start of which the half of the day is not said is the latest one before the end. */
function found(exact: number | null, loose: number, until: number, end: number): Found<ClockTime> | null {
  const morning = loose % (12 * 3600);
  const time = exact ?? [morning + 12 * 3600, loose, morning].find((one) => one < until) ?? loose;
  return until > time ? { value: { time, until }, end } : null;
}

/** A time named by a part of the day: `in the evening`, `morning` after a date. */
function daypartAt({ tokens, words }: Reading, at: number, afterDate: boolean): Found<ClockTime> | null {
  const named = words.inTheDaypart(tokens, at) ?? (afterDate ? words.dayparts(tokens, at) : null);
  return named && { value: { time: secondOf(named.value), until: null }, end: named.end };
}

/** A time, a part of the day, or both: `in the evening at 8`, `at 8 in the evening`. */
export function clockAt(reading: Reading, at: number, afterDate: boolean): Found<ClockTime> | null {
  const part = daypartAt(reading, at, afterDate);
  const exact = timeAt(reading, part?.end ?? at, afterDate);
  if (part) return exact ? { value: inPart(exact.value, part.value.time), end: exact.end } : part;
  const partAfter = exact && daypartAt(reading, exact.end, false);
  return partAfter ? { value: inPart(exact.value, partAfter.value.time), end: partAfter.end } : exact;
}

const noon = 12 * 3600;

/** Eight in the evening is 20:00. */
export function inPart(exact: ClockTime, part: number): ClockTime {
  if (part < noon || exact.time >= noon) return exact;
  return { time: exact.time + noon, until: exact.until === null ? null : exact.until + noon };
}
