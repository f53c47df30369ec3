// What newer time zone rules make of instants that older ones computed.

import { sameInstant } from './due-instant.ts';
import { type Change, type OutgoingEvent, taskEvent } from './outgoing.ts';
import { asked, planReminders } from './planned-reminders.ts';
import type { Series } from './series.ts';
import { nextSlot } from './series-slots.ts';
import type { Task } from './task.ts';

/**
 * An open task whose local time is another instant now than the rules said before, with its
 * reminders; undefined where it is not, and where it is past in any case.
 */
export function recomputed(task: Task, change: Change): [Task, OutgoingEvent] | undefined {
  const { due, dueAt } = task;
  if (!due || !dueAt || Date.parse(dueAt) <= change.now.getTime()) return undefined;
  const instant = sameInstant(due, dueAt).toISOString();
  if (instant === dueAt) return undefined;
  const { timezone } = due;
  const next: Task = {
    ...task,
    dueAt: instant,
    reminders: planReminders(task.reminders.map(asked), {
      due,
      timezone,
      now: change.now,
      before: task.reminders,
    }),
    version: task.version + 1,
    updatedAt: change.now.toISOString(),
  };
  const moved = next.reminders.some(({ fireAt }, index) => fireAt !== task.reminders[index]?.fireAt);
  const changed = moved ? ['dueAt', 'reminders'] : ['dueAt'];
  return [next, taskEvent('dev.zerodo.task.updated.v1', next, changed, change)];
}

/** No law moves a clock further than this at once, but for a change of the day itself. */
const furthest = 3 * 3_600_000;

/** When a series that spawns on schedule comes next by the rules of now, after the slot that it made last. */
export function nextByNow(series: Series, lastSlot: Date | null): string | null {
  const before = Date.parse(series.nextDueAt!) - furthest;
  const after = Math.max(before, lastSlot ? lastSlot.getTime() + 1 : before);
  return nextSlot(series, new Date(after - 1))?.dueAt ?? null;
}
