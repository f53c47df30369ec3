// What a rule will do, asked before anything is saved.

import { readLocal } from './local-date.ts';
import { toInstant, toLocalWithOffset, toUtc } from './local-time.ts';
import type { RecurrencePreview, RemindersPreview } from './preview-schemas.ts';
import {
  followingOccurrence,
  type Occurrence,
  occurrencesAfter,
  type Recurrence,
  recurrenceText,
} from './recurrence.ts';
import { reminderInstants } from './reminders.ts';

type Moment = { local: string; utc: string };

/**
 * The next occurrences of a rule: strictly after `after`, or those that follow when `due` is
 * completed at `completedAt`, or the first ones. A rule that never matches has none.
 *
 * @throws Rejected `invalid-recurrence`, `invalid-date`, `unknown-timezone`
 */
export function previewRecurrence(asked: RecurrencePreview): { occurrences: Moment[]; text: string } {
  const recurrence: Recurrence = {
    rrules: [asked.rrule],
    dtstart: asked.dtstart,
    timezone: asked.timezone,
    mode: asked.mode ?? 'schedule',
    floating: asked.floating ?? false,
    allDay: asked.allDay ?? false,
    exdates: asked.exdates ?? [],
    rdates: asked.rdates ?? [],
    catchUp: asked.catchUp ?? 'latest',
  };
  return {
    occurrences: occurrencesAsked(recurrence, asked).map(({ local, utc }) => ({ local, utc })),
    text: recurrenceText(recurrence, asked.locale),
  };
}

function occurrencesAsked(recurrence: Recurrence, asked: RecurrencePreview): Occurrence[] {
  const count = asked.count ?? 5;
  if (asked.completedAt === undefined) return occurrencesAfter(recurrence, startOf(recurrence, asked), count);
  const first = followingOccurrence(recurrence, {
    due: asked.due ?? null,
    completedAt: new Date(asked.completedAt),
    completedCount: asked.completedCount ?? 1,
  });
  if (!first || count === 1) return first ? [first] : [];
  return [first, ...occurrencesAfter(recurrence, new Date(first.utc), count - 1)];
}

/** What the occurrences come strictly after. */
function startOf({ dtstart, timezone }: Recurrence, { after, due }: RecurrencePreview): Date {
  if (after !== undefined) return new Date(after);
  if (due !== undefined) return toInstant(due, timezone);
  return new Date(toInstant(dtstart, timezone).getTime() - 1);
}

/** @throws Rejected `invalid-date`, `unknown-timezone` */
export function previewReminders(asked: RemindersPreview): { reminders: Moment[] } {
  const { timezone, quietHours } = asked;
  const due = asked.due && { date: asked.due.date, time: asked.due.time ?? null };
  if (due) readLocal(due.date);
  const instants = reminderInstants(asked.reminders, due, timezone, quietHours);
  return {
    reminders: instants.map((instant) => ({
      local: toLocalWithOffset(instant, timezone),
      utc: toUtc(instant),
    })),
  };
}
