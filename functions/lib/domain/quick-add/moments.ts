// Where in the text a date and a time are named.

import { type ClockTime, clockAt, inPart } from './clock.ts';
import { dateAt } from './dates.ts';
import type { Moment, Reading } from './reading.ts';
import type { Range } from './tokens.ts';
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
  if (!after) return { value: mention(null, time.value), end: time.end };
  const value = after.value.time === null ? time.value : inPart(time.value, after.value.time);
  return { value: mention(after.value.day, value), end: after.end };
}

function withTime(reading: Reading, { value, end }: Found<Moment>): Found<Mention> {
  const time = clockAt(reading, end, true) ?? clockAt(reading, skipComma(reading, end), false);
  if (!time) return { value: { ...value, minutes: null }, end };
  return {
    value: mention(value.day, value.time === null ? time.value : inPart(time.value, value.time)),
    end: time.end,
  };
}

const mention = (day: number | null, { time, until }: ClockTime): Mention => ({
  day,
  time,
  minutes: until === null ? null : (until - time) / 60,
});

const skipComma = ({ tokens }: Reading, at: number): number => (tokens[at]?.text === ',' ? at + 1 : at);

export type FoundMention = Mention & Range;

/** All mentions in the text, in order. */
export function mentions(reading: Reading): FoundMention[] {
  const found: FoundMention[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const one = reading.tokens[at]?.wall ? null : mentionAt(reading, at);
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
