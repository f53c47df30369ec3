// Where in the text a date and a time are named.

import { secondsPerDay } from '../local-date.ts';
import { type ClockTime, clockAt, inPart } from './clock.ts';
import { dateAt } from './dates.ts';
import type { Moment, Reading } from './reading.ts';
import { mayBegin, type Range, type Token } from './tokens.ts';
import type { Found } from './words.ts';

/** A date, a time or both, as they stand together in the text. */
export type Mention = {
  day: number | null;
  time: number | null;
  /** Minutes, where a range of times was written. */
  minutes: number | null;
};

/** A date with the time before or after it, or a time alone. */
export function mentionAt(reading: Reading, at: number): Found<Mention> | null {
  const date = dateAt(reading, at);
  if (date) return withTime(reading, date);
  const time = clockAt(reading, at, false);
  if (!time) return null;
  const after = dateAt(reading, skipComma(reading, time.end));
  if (!after) return { value: mention(reading, null, time.value), end: time.end };
  const value = after.value.time === null ? time.value : inPart(time.value, after.value.time);
  return { value: mention(reading, after.value.day, value), end: after.end };
}

function withTime(reading: Reading, { value, end }: Found<Moment>): Found<Mention> {
  const time = clockAt(reading, end, true) ?? clockAt(reading, skipComma(reading, end), false);
  if (!time) return { value: { ...value, minutes: null }, end };
  return {
    value: mention(reading, value.day, value.time === null ? time.value : inPart(time.value, value.time)),
    end: time.end,
  };
}

/** The day ends with the first moment of the next one, and midnight of today is the one that comes. */
function mention({ today }: Reading, day: number | null, { time, until }: ClockTime): Mention {
  const minutes = until === null ? null : (until - time) / 60;
  if (day === null) return { day, time, minutes };
  const isNext = time === secondsPerDay || (time === 0 && day === today);
  return { day: isNext ? day + 1 : day, time: time % secondsPerDay, minutes };
}

const skipComma = ({ tokens }: Reading, at: number): number => (tokens[at]?.text === ',' ? at + 1 : at);

export type FoundMention = Mention & Range;

/** All mentions in the text, in order. */
export function mentions(reading: Reading): FoundMention[] {
  const found: FoundMention[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const one = mayBegin(reading.tokens[at] as Token) ? mentionAt(reading, at) : null;
    if (one) found.push({ ...one.value, ...rangeOf(reading, at, one.end) });
    at = one?.end ?? at + 1;
  }
  return found;
}

/** The part of the text that tokens from `at` to before `end` cover. */
export const rangeOf = ({ tokens }: Reading, at: number, end: number): Range => ({
  start: tokens[at]?.start ?? 0,
  end: tokens[end - 1]?.end ?? 0,
});
