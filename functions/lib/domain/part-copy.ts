import type { Due } from './due.ts';
import { partCopyId } from './ids.ts';
import { dayNumber, withinYears, writeDate } from './local-date.ts';
import { createTask } from './new-task.ts';
import type { OutgoingEvent } from './outgoing.ts';
import { asked } from './planned-reminders.ts';
import { usualPreferences } from './preferences.ts';
import type { Habits } from './series.ts';
import type { Task } from './task.ts';

/** Between which two occurrences parts are copied: the date that the first is due on, and the other one. */
export type Between = { fromDate: string; to: Task };

/**
 * A part of what was done, open again below the occurrence that follows; as far from its due date as it was
 * from the other one's. `parentId` is that of the copy.
 */
export function copyOfPart(
  part: Task,
  { fromDate, to, parentId }: Between & { parentId: string },
  { habits, ...change }: { actor: string; now: Date; eventId: string; habits: Habits },
): [Task, OutgoingEvent] {
  const { title, notes, priority, labels, section, assigneeId, durationMinutes, position, projectId } = part;
  const due = part.due && to.due && shifted(part.due, daysBetween(fromDate, to.due.date));
  const reminders = due ? part.reminders.map(asked).filter(({ type }) => type === 'before') : [];
  return createTask(
    {
      ...{ title, notes, priority, labels, section, assigneeId, durationMinutes, position, projectId },
      ...{ parentId, due, reminders },
    },
    {
      ...change,
      id: partCopyId(part.id, to.id),
      predecessorId: part.id,
      timezone: habits.timezone,
      preferences: { ...usualPreferences, quietHours: habits.quietHours },
    },
  );
}

/** Null beyond the years that we know. */
function shifted(due: Due, days: number): Due | null {
  const date = writeDate(dayOf(due.date) + days);
  return withinYears(Number(date.slice(0, 4))) ? { ...due, date } : null;
}

const daysBetween = (from: string, to: string): number => dayOf(to) - dayOf(from);

function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayNumber(year, month, day);
}
