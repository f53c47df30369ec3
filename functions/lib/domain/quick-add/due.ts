// When a task is due, whether it comes again, and how long it takes: what is left after the marks.

import { limits } from '../limits.ts';
import { dayOfWall, modulo, secondsPerDay } from '../local-date.ts';
import { wallAt } from '../local-time.ts';
import type { QuickAdd } from '../preview-schemas.ts';
import { minutesAt } from './amounts.ts';
import { chronoMention } from './chrono.ts';
import { type FoundMention, mentions, rangeOf } from './moments.ts';
import type { Moment, Reading } from './reading.ts';
import { type Repeat, repeatAt } from './repeat.ts';
import { scheduleOf } from './repeat-rules.ts';
import { scheduleOfTimes } from './repeat-times.ts';
import { mayBegin, type Range, type Token, tokenize, wallOff } from './tokens.ts';

export type Understood = {
  due: Moment | null;
  schedule: { rrules: string[]; mode: 'schedule' | 'completion' } | null;
  /** How long it takes. */
  minutes: number | null;
  spans: QuickAdd['spans'];
};

/** @param text the line with what was understood before walled off */
export function dueOf(text: string, base: Reading): Understood {
  const whole = { ...base, tokens: tokenize(text) };
  const repeat = firstRepeat(whole);
  const afterRepeat = repeat ? wallOff(text, [repeat]) : text;
  const length = duration({ ...base, tokens: tokenize(afterRepeat) });
  const rest = length ? wallOff(afterRepeat, [length]) : afterRepeat;
  const found = mentions({ ...base, tokens: tokenize(rest) });
  const chosen = chooseMentions(found);
  if (chosen.every(({ day }) => day === null) && !repeat) {
    const other = chronoMention(wallOff(rest, chosen), base);
    if (other) chosen.push(other);
  }

  const day = chosen.find((one) => one.day !== null)?.day ?? null;
  const time = chosen.find((one) => one.time !== null)?.time ?? null;
  const result = repeat
    ? repeating(repeat.repeat, { day, time }, base)
    : { due: once({ day, time }, base), schedule: null };
  const range = repeat?.repeat.times[0] ?? repeat?.repeat.start;
  const written = chosen.find(({ minutes }) => minutes !== null)?.minutes ?? rangeMinutes(range);
  const timed = result.due !== null && result.due.time !== null;
  return {
    ...result,
    minutes: timed ? (length?.minutes ?? written ?? null) : null,
    spans: [
      ...(repeat ? [{ start: repeat.start, end: repeat.end, kind: 'recurrence' }] : []),
      ...chosen.map(({ start, end }) => ({ start, end, kind: 'due' })),
      ...(length && timed ? [{ start: length.start, end: length.end, kind: 'duration' }] : []),
    ],
  };
}

const rangeMinutes = (range: Repeat['times'][number] | Repeat['start'] | undefined): number | null => {
  if (!range) return null;
  if ('minutes' in range) return range.minutes;
  return range.until === null ? null : (range.until - range.time) / 60;
};

function firstRepeat(reading: Reading): (Range & { repeat: Repeat }) | null {
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const found = mayBegin(reading.tokens[at] as Token) ? repeatAt(reading, at) : null;
    if (found) return { repeat: found.value, ...rangeOf(reading, at, found.end) };
  }
  return null;
}

/** `for 45min` */
function duration(reading: Reading): (Range & { minutes: number }) | null {
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const lasting = reading.words.lasting(reading.tokens, at);
    const minutes = lasting && minutesAt(reading, lasting.end);
    if (minutes && minutes.value <= limits.durationMinutes)
      return { minutes: minutes.value, ...rangeOf(reading, at, minutes.end) };
  }
  return null;
}

/** The last date counts, what was typed before it belongs to the title; its time may stand elsewhere. */
function chooseMentions(found: FoundMention[]): FoundMention[] {
  const date = found.findLast(({ day }) => day !== null);
  const time = date?.time === null || !date ? found.findLast((one) => one.day === null) : undefined;
  return [date, time].filter((one) => one !== undefined).sort((a, b) => a.start - b.start);
}

/** A time alone is today or, when it is past, tomorrow. */
function once(
  { day, time }: { day: number | null; time: number | null },
  { now, today }: Reading,
): Moment | null {
  if (day !== null) return { day, time };
  if (time === null) return null;
  const wall = (today * secondsPerDay + time > now ? today : today + 1) * secondsPerDay + time;
  return { day: dayOfWall(wall), time: modulo(wall, secondsPerDay) };
}

function repeating(
  repeat: Repeat,
  mentioned: { day: number | null; time: number | null },
  reading: Reading,
): Pick<Understood, 'due' | 'schedule'> {
  const { now, today } = reading;
  const startDay = repeat.start?.day ?? mentioned.day;
  const times = repeat.times.map(({ time }) => time % secondsPerDay);
  const time = times[0] ?? repeat.start?.time ?? mentioned.time;
  const counted = repeat.unit === 'hour' || repeat.unit === 'minute';
  const from = counted
    ? firstOfHours(repeat, startDay, time, reading)
    : { day: Math.max(startDay ?? today, today), time };
  const { due, rrules } =
    times.length > 1 && !counted
      ? scheduleOfTimes(repeat, from.day, times, now)
      : scheduleOf(repeat, from, now);
  return { due, schedule: { rrules, mode: repeat.completion ? 'completion' : 'schedule' } };
}

/** Hours begin at the time named or, without one, are counted from now. */
function firstOfHours(
  { every, unit }: Repeat,
  day: number | null,
  time: number | null,
  reading: Reading,
): Moment {
  const named = once({ day, time }, reading);
  if (named && named.time !== null) return named;
  if (named && named.day > reading.today) return { day: named.day, time: 0 };
  const after = every * (unit === 'hour' ? 3600 : 60);
  const wall = wallAt(reading.instant + after * 1000, reading.timezone);
  return { day: dayOfWall(wall), time: modulo(wall - modulo(wall, 60), secondsPerDay) };
}
