// !30 min before · !1 day before · !tomorrow 9am

import { secondsPerDay, writeLocal } from '../local-date.ts';
import type { Reminder } from '../reminder.ts';
import { amountAt, minutesAt } from './amounts.ts';
import { timeAt } from './clock.ts';
import { type Mention, mentionAt } from './moments.ts';
import { secondOf, writeClock } from './one-time.ts';
import type { Moment, Reading } from './reading.ts';
import { type Range, tokenize } from './tokens.ts';
import type { Found } from './words.ts';

/** When a whole day is reminded of. */
const usualTime = '09:00';

type Asked = { minutes: number } | { days: number; at?: number } | { moment: Mention };
type ReminderPhrase = Range & { asked: Asked };

/** Every `!` with a space before it that a reminder follows. */
export function reminderPhrases(text: string, reading: Reading): ReminderPhrase[] {
  return [...text.matchAll(/(?<!\S)!(?=[^\s!])/g)].flatMap((match) => {
    const start = match.index + 1;
    const inside = { ...reading, tokens: tokenize(text.slice(start, start + 100)) };
    const found = askedAt(inside);
    const last = found && inside.tokens[found.end - 1];
    return found && last ? [{ asked: found.value, start: match.index, end: start + last.end }] : [];
  });
}

function askedAt(reading: Reading): Found<Asked> | null {
  const { tokens, words } = reading;
  const toEnd = (end: number): number => words.before(tokens, end)?.end ?? end;
  const none = tokens[0]?.word === '0' ? words.units(tokens, 1) : null;
  if (none) return { value: { minutes: 0 }, end: toEnd(none.end) };
  const minutes = minutesAt(reading, 0);
  if (minutes) return { value: { minutes: minutes.value }, end: toEnd(minutes.end) };
  const amount = amountAt(reading, 0);
  if (amount && (amount.value.unit === 'day' || amount.value.unit === 'week')) {
    const days = amount.value.count * (amount.value.unit === 'week' ? 7 : 1);
    const end = toEnd(amount.end);
    const time = words.at(tokens, end) && timeAt(reading, end);
    return time ? { value: { days, at: time.value.time }, end: time.end } : { value: { days }, end };
  }
  const moment = mentionAt(reading, 0);
  return moment && { value: { moment: moment.value }, end: moment.end };
}

/**
 * The reminder that a phrase asks for. Calendar days before are at the time that it names; else of
 * a whole day at 09:00, of a time at that time. A time alone is meant on the due day, or else is
 * the next such time.
 */
export function reminderOf({ asked }: ReminderPhrase, due: Moment | null, { today, now }: Reading): Reminder {
  if ('minutes' in asked) return { type: 'before', minutes: asked.minutes };
  if ('days' in asked) {
    const days = { type: 'before', days: asked.days } as const;
    if (asked.at !== undefined) return { ...days, at: writeClock(asked.at % secondsPerDay) };
    return due && due.time !== null ? days : { ...days, at: usualTime };
  }
  const time = asked.moment.time ?? secondOf(usualTime);
  const next = today * secondsPerDay + time > now ? today : today + 1;
  const day = asked.moment.day ?? due?.day ?? next;
  const wall = day * secondsPerDay + time;
  return { type: 'at', local: `${writeLocal(wall).slice(0, 10)}T${writeClock(wall % secondsPerDay)}` };
}
