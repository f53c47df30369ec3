// Taking a change of a task back: each field that it set becomes what it was before.

import { sameInstant } from './due-instant.ts';
import { type Change, type OutgoingEvent, taskEvent } from './outgoing.ts';
import { asked, cancelReminders, planReminders } from './planned-reminders.ts';
import type { Reminder } from './reminder.ts';
import type { QuietHours } from './reminders.ts';
import { same } from './same.ts';
import type { Task } from './task.ts';

/** The states around a change, and which fields it named. `reminders` are the undoing person's before it, null where they are not to be touched. */
export type Undoable = {
  before: Task;
  after: Task;
  changed: readonly string[];
  reminders: Reminder[] | null;
};

/** Follows from the due date, the person and the series: never set by itself. */
const derived = new Set(['dueAt', 'reminders', 'recurrence']);

/** What undoing would set and is another than the change left it: somebody has changed it since. */
export function changedSince(task: Task, { after, changed, reminders }: Undoable): string[] {
  const fields = changed.filter((field) => {
    if (derived.has(field)) return false;
    return !same(task[field as keyof Task], after[field as keyof Task]);
  });
  const asks = (one: Task) => one.reminders.map(asked);
  const touched = reminders && !same(asks(after), reminders);
  if (touched && !same(asks(task), asks(after))) fields.push('reminders');
  if (changed.includes('recurrence') && task.recurrence?.seriesId !== after.recurrence?.seriesId) {
    fields.push('recurrence');
  }
  return fields;
}

/**
 * The task with what a change set put back, and the event that says so; without an event where it is
 * all back already. `recurrence` is given where its series is another or was put back as well.
 */
export function undoUpdate(
  task: Task,
  { before, changed, reminders }: Undoable,
  change: Change & {
    timezone: string;
    quietHours?: QuietHours | null;
    slot?: { from: string; to: string };
  },
  recurrence?: Task['recurrence'],
): [Task, OutgoingEvent[]] {
  const next: Task = { ...task };
  for (const field of changed) {
    if (!derived.has(field)) Object.assign(next, { [field]: before[field as keyof Task] });
  }
  if (recurrence !== undefined) next.recurrence = recurrence;
  if (changed.includes('due')) next.dueAt = next.due && sameInstant(next.due, before.dueAt).toISOString();
  const asks = reminders ?? task.reminders.map(asked);
  if (!same(asks, task.reminders.map(asked)) || !same(next.due, task.due)) {
    const { timezone, now, quietHours } = change;
    const planned = planReminders(asks, { due: next.due, timezone, now, before: task.reminders, quietHours });
    next.reminders = next.status === 'completed' ? cancelReminders(planned) : planned;
  }
  const fields = (Object.keys(next) as (keyof Task)[]).filter((field) => !same(task[field], next[field]));
  if (recurrence !== undefined && !fields.includes('recurrence')) fields.push('recurrence');
  if (fields.length === 0) return [task, []];
  const undone: Task = { ...next, version: task.version + 1, updatedAt: change.now.toISOString() };
  return [undone, [taskEvent('dev.zerodo.task.updated.v1', undone, fields, change)]];
}
