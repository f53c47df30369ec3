// When a task comes again: RFC 5545 rules on the local wall clock; only the result becomes an instant.

import { dayOfWall, secondsPerDay, writeDate, writeLocal } from './local-date.ts';
import { instantOfWall, toLocalWithOffset, toUtc, wallAt } from './local-time.ts';
import { afterCompletion } from './recurrence/completion.ts';
import { firstSlots, prepare } from './recurrence/prepared.ts';
import { readStart, type Slot } from './recurrence/slots.ts';
import { type TextLanguage, textOf } from './recurrence/text.ts';
import { Rejected } from './rejected.ts';

export type { TextLanguage };

/** What a series repeats by. Local times are `YYYY-MM-DDTHH:MM[:SS]`, of whole days `YYYY-MM-DD`. */
export type Recurrence = {
  /** RRULE values without their name; the occurrences of all of them together. */
  rrules: string[];
  /** The first slot on the wall clock; it counts only where it matches a rule. */
  dtstart: string;
  timezone: string;
  allDay: boolean;
  /** The wall-clock time holds wherever the person is; `timezone` is where they are now. */
  floating: boolean;
  /** Fixed dates, or counted from when it was done. */
  mode: 'schedule' | 'completion';
  /** Nominal local times that are left out, or come in addition. */
  exdates: string[];
  rdates: string[];
  /** Whether missed slots are skipped or each comes up. */
  catchUp: 'latest' | 'each';
};

/**
 * `nominal` is the slot on the wall clock, before a DST gap moves it; `local` is what the clock
 * shows, with its offset; `utc` the instant.
 */
export type Occurrence = { nominal: string; local: string; utc: string };

/**
 * `due` is the local slot that was done, or an ISO 8601 instant: hourly rules visit a local time
 * twice when the clocks go back, and only the instant tells which one it was.
 */
export type Done = { due: string | null; completedAt: Date; completedCount: number };

/**
 * @throws Rejected `invalid-recurrence` naming the part that is wrong, `recurrence-never-matches`,
 *   `invalid-date`, `unknown-timezone`
 */
export function checkRecurrence(recurrence: Recurrence): void {
  const prepared = prepare(recurrence);
  const before = instantOfWall(prepared.start, recurrence.timezone) - 1;
  if (firstSlots(prepared, before, 1).length > 0) return;
  throw new Rejected(
    'recurrence-never-matches',
    `${recurrence.rrules.join(' and ').slice(0, 200)} never comes from ${recurrence.dtstart} on: change the rule or its end.`,
  );
}

/**
 * The first `count` occurrences strictly after `after`.
 *
 * @throws Rejected as `checkRecurrence`, but a rule that never matches has no occurrences
 */
export const occurrencesAfter = (recurrence: Recurrence, after: Date, count: number): Occurrence[] =>
  firstSlots(prepare(recurrence), after.getTime(), count).map((slot) => written(slot, recurrence));

/**
 * The occurrence that follows when one is done; null when the series has ended. On a schedule:
 * the first after both the due time and the completion, days compared as days; with `catchUp`
 * `each`, the first after the due time. From completion: as `afterCompletion` says.
 */
export function followingOccurrence(recurrence: Recurrence, done: Done): Occurrence | null {
  const prepared = prepare(recurrence);
  const slot =
    recurrence.mode === 'completion'
      ? afterCompletion(prepared, done.completedAt.getTime(), done.completedCount)
      : firstSlots(prepared, lastDone(recurrence, done), 1)[0];
  return slot ? written(slot, recurrence) : null;
}

/** The rule in plain words, such as `Every day at 02:30`; in English unless another language is asked for. */
export const recurrenceText = (recurrence: Recurrence, language: TextLanguage = 'en'): string =>
  textOf(prepare(recurrence), recurrence.mode, language);

/** The instant (milliseconds) that the next occurrence comes strictly after. */
function lastDone({ timezone, allDay, catchUp }: Recurrence, { due, completedAt }: Done): number {
  const dueAt = due === null ? null : instantOfDue(due, timezone, allDay);
  const completed = completedAt.getTime();
  const last = dueAt === null ? completed : catchUp === 'each' ? dueAt : Math.max(dueAt, completed);
  if (!allDay) return last;
  // A day that is done is done until its end.
  const day = dayOfWall(wallAt(last, timezone));
  return instantOfWall((day + 1) * secondsPerDay, timezone) - 1;
}

function instantOfDue(due: string, timezone: string, allDay: boolean): number {
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(due.slice(10))) return instantOfWall(readStart(due, allDay), timezone);
  const instant = Date.parse(due);
  if (Number.isNaN(instant))
    throw new Rejected('invalid-date', `${due.slice(0, 40)} is no instant that exists.`);
  return instant;
}

function written({ nominal, at }: Slot, { timezone, allDay }: Recurrence): Occurrence {
  const instant = new Date(at);
  return {
    nominal: allDay ? writeDate(dayOfWall(nominal)) : writeLocal(nominal),
    local: toLocalWithOffset(instant, timezone),
    utc: toUtc(instant),
  };
}
