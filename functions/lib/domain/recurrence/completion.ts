// Rules that are counted from when the task was done.

import { limits } from '../limits.ts';
import { addMonths, civilDate, dayOfWall, modulo, secondsPerDay } from '../local-date.ts';
import { instantOfWall, wallAt } from '../local-time.ts';
import type { Rule } from '../rrule.ts';
import { hasByParts } from './combinations.ts';
import { elapsedUnits } from './day-pattern.ts';
import { isElapsed } from './elapsed-slots.ts';
import type { Prepared } from './prepared.ts';
import { isPast, type Slot, slotsAfter } from './slots.ts';

/**
 * The slot that follows a completion at the instant `completedAt` (milliseconds), null at the end.
 * Without BY parts: the local date of completion plus the interval, at the usual time, a day that
 * the month does not have being its last; hours and minutes are added to the instant. With BY
 * parts the rule begins anew at the completion. COUNT counts completions, `completedCount` of
 * them so far.
 */
export function afterCompletion(
  prepared: Prepared,
  completedAt: number,
  completedCount: number,
): Slot | null {
  const found = prepared.extra.filter((slot) => slot.at > completedAt && !prepared.isException(slot.nominal));
  for (const rule of prepared.rules) {
    if (rule.count !== null && completedCount >= rule.count) continue;
    const next = hasByParts(rule)
      ? begunAnew(rule, prepared, completedAt)
      : oneIntervalLater(rule, prepared, completedAt);
    if (next && !isPast(rule, next)) found.push(next);
  }
  return found.sort((a, b) => a.at - b.at)[0] ?? null;
}

function begunAnew(rule: Rule, prepared: Prepared, completedAt: number): Slot | null {
  const { timezone, isException } = prepared;
  const completed = wallAt(completedAt, timezone);
  const day = dayOfWall(completed);
  const start = isElapsed(rule) ? completed : usualTime(prepared, day);
  // Where a day has several times, the next of them may still be today.
  const severalTimes =
    isElapsed(rule) || rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0;
  const after = severalTimes ? completedAt : instantOfWall((day + 1) * secondsPerDay, timezone) - 1;
  for (const slot of slotsAfter({ ...rule, count: null }, { start, timezone }, after)) {
    if (!isException(slot.nominal)) return slot;
  }
  return null;
}

function oneIntervalLater(rule: Rule, prepared: Prepared, completedAt: number): Slot | null {
  const { timezone, isException } = prepared;
  if (isElapsed(rule)) {
    const at = Math.floor(completedAt / 1000 + rule.interval * elapsedUnits[rule.freq]) * 1000;
    return at > lastInstant ? null : { nominal: wallAt(at, timezone), at };
  }
  const day = dayOfWall(wallAt(completedAt, timezone));
  // An interval that lands on an exception is followed by another one.
  for (let times = 1; ; times += 1) {
    const landed = later(rule, day, times * rule.interval);
    if (landed === null) return null;
    const nominal = usualTime(prepared, landed);
    if (!isException(nominal)) return { nominal, at: instantOfWall(nominal, timezone) };
  }
}

const usualTime = ({ start }: Prepared, day: number): number =>
  day * secondsPerDay + modulo(start, secondsPerDay);

const lastInstant = Date.UTC(limits.lastYear, 11, 31);
const lastDay = lastInstant / (secondsPerDay * 1000);

/** `amount` of the rule's units after `day`; null beyond the years that we know. */
function later({ freq }: Rule, day: number, amount: number): number | null {
  const inDays = { DAILY: 1, WEEKLY: 7, MONTHLY: 28, YEARLY: 365 }[freq as 'DAILY'] * amount;
  if (day + inDays > lastDay) return null;
  if (freq === 'MONTHLY' || freq === 'YEARLY') {
    const landed = addMonths(day, freq === 'YEARLY' ? amount * 12 : amount);
    return civilDate(landed).year > limits.lastYear ? null : landed;
  }
  return day + inDays;
}
