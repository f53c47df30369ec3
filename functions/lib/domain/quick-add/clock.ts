// Times of the day.

import { isEdge, type Reading } from './reading.ts';
import type { Found } from './words.ts';

/** Seconds of the day; `until` where a range was written. */
export type ClockTime = { time: number; until: number | null };

/** `at 9`, `@ 7pm`, `16:00`, `9am`, `7 Uhr 30`, `4-5pm`, `noon`. */
export function timeAt(reading: Reading, at: number): Found<ClockTime> | null {
  const { tokens, words } = reading;
  const said = words.at(tokens, at);
  const start = said?.end ?? at;
  const named = words.noonAndMidnight(tokens, start);
  if (named && (said || isEdge(reading, named.end))) {
    return { value: { time: secondOf(named.value), until: null }, end: named.end };
  }
  return rangeInOneWord(reading, start) ?? timeOrRange(reading, start, said !== null);
}

function timeOrRange(reading: Reading, at: number, said: boolean): Found<ClockTime> | null {
  const first = oneTime(reading, at, said);
  if (!first) return null;
  const to = reading.words.to(reading.tokens, first.end);
  const second = to && oneTime(reading, to.end, said);
  if (second && second.value > first.value) {
    return { value: { time: first.value, until: second.value }, end: second.end };
  }
  return { value: { time: first.value, until: null }, end: first.end };
}

/** `16:00-17:30`, `4-5pm`, `9am–10am`. */
function rangeInOneWord({ tokens }: Reading, at: number): Found<ClockTime> | null {
  const [, from, to] = /^(\d[\d:.]*(?:[ap]m)?)[-–](\d[\d:.]*(?:[ap]m)?)$/.exec(tokens[at]?.word ?? '') ?? [];
  if (!from || !to) return null;
  const until = written(to);
  const time = written(from) ?? (/[ap]m$/.test(to) ? written(from + to.slice(-2)) : null);
  return time !== null && until !== null && until > time ? { value: { time, until }, end: at + 1 } : null;
}

function oneTime(reading: Reading, at: number, said: boolean): Found<number> | null {
  const { tokens, words } = reading;
  const word = tokens[at]?.word ?? '';
  const whole = written(word);
  if (whole !== null) return { value: whole, end: words.oClock(tokens, at + 1)?.end ?? at + 1 };
  const [, hour, minute] = /^(\d{1,2})(?:[.h](\d\d)?)?$/.exec(word) ?? [];
  if (!hour) return null;
  const next = tokens[at + 1]?.word ?? '';
  if (/^[ap]\.?m$/.test(next)) {
    const time = written(`${hour}:${minute ?? '00'}${next.replace('.', '')}`);
    const end = next.includes('.') && tokens[at + 2]?.text === '.' ? at + 3 : at + 2;
    return time === null ? null : { value: time, end };
  }
  const clock = words.oClock(tokens, at + 1);
  if (clock) {
    const minutes = /^[0-5]\d$/.test(tokens[clock.end]?.word ?? '') ? tokens[clock.end]?.word : minute;
    const time = written(`${hour}:${minutes ?? '00'}`);
    return time === null ? null : { value: time, end: minutes && !minute ? clock.end + 1 : clock.end };
  }
  return said ? bareHour(reading, at, Number(hour), minute) : null;
}

/** `at 3` is in the afternoon: nobody plans for the night without saying so. */
function bareHour(
  reading: Reading,
  at: number,
  hour: number,
  minute: string | undefined,
): Found<number> | null {
  if (
    hour > 24 ||
    reading.words.units(reading.tokens, at + 1) ||
    /^[%€$]/.test(reading.tokens[at + 1]?.text ?? '')
  ) {
    return null;
  }
  const daytime = hour >= 1 && hour <= 6 ? hour + 12 : hour;
  const time = written(`${daytime % 24}:${minute ?? '00'}`);
  return time === null ? null : { value: time, end: at + 1 };
}

/** `16:00`, `9:30am`, `7.30pm`, `9am`, in seconds; null for anything else. */
function written(word: string): number | null {
  const match = /^(\d{1,2})(?::(\d\d)(?::(\d\d))?|\.(\d\d)(?=[ap]m))?([ap]m)?$/.exec(word);
  if (!match) return null;
  const [, hours = '', minutes, seconds, dotted, half] = match;
  if (!half && minutes === undefined) return null;
  const minute = Number(minutes ?? dotted ?? 0);
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  return hour > 23 || minute > 59 || Number(seconds ?? 0) > 59
    ? null
    : hour * 3600 + minute * 60 + Number(seconds ?? 0);
}

/** A time named by a part of the day: `in the evening`, `morning` after a date. */
function daypartAt({ tokens, words }: Reading, at: number, afterDate: boolean): Found<ClockTime> | null {
  const named = words.inTheDaypart(tokens, at) ?? (afterDate ? words.dayparts(tokens, at) : null);
  return named && { value: { time: secondOf(named.value), until: null }, end: named.end };
}

/** A time, a part of the day, or both: `in the evening at 8`, `at 8 in the evening`. */
export function clockAt(reading: Reading, at: number, afterDate: boolean): Found<ClockTime> | null {
  const part = daypartAt(reading, at, afterDate);
  const exact = timeAt(reading, part?.end ?? at);
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

/** The second of the day of `HH:MM`. */
export const secondOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 3600 + minute * 60;
};

/** `HH:MM`, with seconds where there are some. */
export const writeClock = (second: number): string => {
  const part = (value: number): string => String(value).padStart(2, '0');
  const clock = `${part(Math.floor(second / 3600))}:${part(Math.floor(second / 60) % 60)}`;
  return second % 60 === 0 ? clock : `${clock}:${part(second % 60)}`;
};
