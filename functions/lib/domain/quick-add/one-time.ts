// One time of the day, as digits or as words.

import { dayAndMonthAt } from './month-dates.ts';
import { isEdge, type Reading } from './reading.ts';
import type { Found } from './words.ts';

/** Why a bare number may be an hour: `at` stands before it, or a date does. */
type Known = 'said' | 'after a date' | null;

/** Seconds of the day, 86,400 at its end. */
export function oneTimeAt(reading: Reading, at: number, known: Known): Found<number> | null {
  const { tokens, words } = reading;
  const word = tokens[at]?.word ?? '';
  const whole = clockOf(word);
  if (whole !== null) return { value: whole, end: words.oClock(tokens, at + 1)?.end ?? at + 1 };
  const spoken = spokenAt(reading, at, known);
  if (spoken) return spoken;
  const [, hour, minute] = /^(\d{1,2})(?:[.h](\d\d)?)?$/.exec(word) ?? [];
  // `9.12.` is a date, `9.30.` ends a sentence.
  if (word.includes('.') && Number(minute) <= 12 && tokens[at + 1]?.text === '.') return null;
  if (!hour) return known === 'said' && /^0\d[0-5]\d$/.test(word) ? inFourDigits(word, at) : null;
  const next = tokens[at + 1]?.word ?? '';
  if (/^[ap]\.?m$/.test(next)) {
    const time = clockOf(`${hour}:${minute ?? '00'}${next.replace('.', '')}`);
    const end = next.includes('.') && tokens[at + 2]?.text === '.' ? at + 3 : at + 2;
    return time === null ? null : { value: time, end };
  }
  const clock = words.oClock(tokens, at + 1);
  if (clock) {
    const minutes = /^[0-5]\d$/.test(tokens[clock.end]?.word ?? '') ? tokens[clock.end]?.word : minute;
    const time = clockOf(`${hour}:${minutes ?? '00'}`);
    return time === null ? null : { value: time, end: minutes && !minute ? clock.end + 1 : clock.end };
  }
  if (known === 'said') return bareHour(reading, at, Number(hour), minute);
  // `tomorrow 9.30`, `tomorrow 16h`
  const isTime = known !== null && !/^\d+$/.test(word) && !isMeasure(reading, at + 1);
  const time = isTime ? clockOf(`${hour}:${minute ?? '00'}`) : null;
  return time === null ? null : { value: time, end: at + 1 };
}

const inFourDigits = (word: string, at: number): Found<number> => ({
  value: clockOf(`${word.slice(0, 2)}:${word.slice(2)}`) as number,
  end: at + 1,
});

/** Something that is counted: `at 3 dollars`, `9.30 euros`, `at 50 %`. */
function isMeasure({ tokens, words }: Reading, at: number): boolean {
  const { text = '', word = '' } = tokens[at] ?? {};
  return /^[%€$£°]/.test(text) || words.measures.has(word) || words.units(tokens, at) !== null;
}

/** `at 3` is in the afternoon: nobody plans for the night without saying so. */
function bareHour(reading: Reading, at: number, hour: number, minute?: string): Found<number> | null {
  if (hour > 24 || isMeasure(reading, at + 1) || dayAndMonthAt(reading, at)) return null;
  const time = clockOf(`${daytime(hour)}:${minute ?? '00'}`);
  return time === null ? null : { value: time, end: at + 1 };
}

const daytime = (hour: number): number => (hour >= 1 && hour <= 6 ? hour + 12 : hour);

/** `half past nine`, `viertel vor 10`, `nine o'clock`; after `at` also `nine`. */
function spokenAt(reading: Reading, at: number, known: Known): Found<number> | null {
  const { tokens, words } = reading;
  const past = words.pastHour(tokens, at);
  const start = past?.end ?? at;
  const digits =
    past && /^(?:1?\d|2[0-4])$/.test(tokens[start]?.word ?? '') ? tokens[start]?.word : undefined;
  const hour = digits ? { value: Number(digits), end: start + 1 } : words.hours(tokens, start);
  if (!hour) return null;
  const oClock = words.oClock(tokens, hour.end);
  const end = oClock?.end ?? hour.end;
  const isTime = past ? known !== null || isEdge(reading, end) : oClock || (known && isEdge(reading, end));
  return isTime ? { value: daytime(hour.value) * 3600 + (past?.value ?? 0) * 60, end } : null;
}

/** `16:00`, `9:30am`, `7.30pm`, `9am`, `24:00`, in seconds; null for anything else. */
export function clockOf(word: string): number | null {
  const match = /^(\d{1,2})(?::(\d\d)(?::(\d\d))?|\.(\d\d)(?=[ap]m))?([ap]m)?$/.exec(word);
  if (!match) return null;
  const [, hours = '', minutes, seconds, dotted, half] = match;
  if (!half && minutes === undefined) return null;
  const minute = Number(minutes ?? dotted ?? 0);
  const second = Number(seconds ?? 0);
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return null;
  return hour * 3600 + minute * 60 + second;
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
