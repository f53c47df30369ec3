// What may become of a task. Each decision gives the task as it is from now on and the event that says so.

import type { TaskChanges } from './commands.ts';
import { completeDue, dueInstant } from './due-instant.ts';
import { checkLabels, checkNotes, checkTitle } from './limits.ts';
import { type Change, type OutgoingEvent, taskEvent } from './outgoing.ts';
import {
  asked,
  cancelReminders,
  checkReminders,
  planReminders,
  reviveReminders,
} from './planned-reminders.ts';
import { Rejected } from './rejected.ts';
import type { Task } from './task.ts';

type Decided = [Task, OutgoingEvent];

/**
 * The caller saw this version or said nothing about it.
 *
 * @throws Rejected `version-mismatch`
 */
export function checkVersion(task: { version: number }, seen: number | undefined): void {
  if (seen === undefined || seen === task.version) return;
  throw new Rejected(
    'version-mismatch',
    `You saw version ${seen}, it is at ${task.version} now: read it again and repeat your change.`,
  );
}

const touched = (task: Task, now: Date): Task => ({
  ...task,
  version: task.version + 1,
  updatedAt: now.toISOString(),
});

/** @throws Rejected `task-already-completed` */
export function complete(task: Task, change: Change): Decided {
  if (task.status === 'completed') {
    throw new Rejected('task-already-completed', 'This task is completed already.');
  }
  const completed: Task = {
    ...touched(task, change.now),
    status: 'completed',
    completedAt: change.now.toISOString(),
    reminders: cancelReminders(task.reminders),
  };
  return [completed, taskEvent('dev.zerodo.task.completed.v1', completed, ['status', 'completedAt'], change)];
}

/** @throws Rejected `task-not-completed` */
export function reopen(task: Task, change: Change): Decided {
  if (task.status === 'open') throw new Rejected('task-not-completed', 'This task is open already.');
  const reopened: Task = {
    ...touched(task, change.now),
    status: 'open',
    completedAt: null,
    reminders: reviveReminders(task.reminders, change.now),
  };
  return [reopened, taskEvent('dev.zerodo.task.reopened.v1', reopened, ['status', 'completedAt'], change)];
}

export function remove(task: Task, change: Change): Decided {
  const removed: Task = { ...touched(task, change.now), reminders: cancelReminders(task.reminders) };
  return [removed, taskEvent('dev.zerodo.task.deleted.v1', removed, [], change)];
}

/**
 * Applies what a caller changed, all or nothing. The recurrence is the series' affair: pass the
 * task with the one it has from now on.
 *
 * @throws Rejected for a title, notes, labels, reminders, a date or a zone that cannot be
 */
export function update(
  task: Task,
  { due, reminders, title, notes, labels, recurrence: _rule, ...rest }: TaskChanges,
  { timezone, ...change }: Change & { timezone: string },
  recurrence: Task['recurrence'] = task.recurrence,
): Decided {
  const next: Task = Object.assign({ ...task, recurrence }, defined(rest));
  if (title !== undefined) next.title = checkTitle(title);
  if (notes !== undefined) next.notes = checkNotes(notes);
  if (labels !== undefined) next.labels = checkLabels(labels);
  if (due !== undefined) {
    next.due = due && completeDue(due, timezone);
    next.dueAt = next.due && dueInstant(next.due).toISOString();
  }
  if (next.recurrence && !next.due) {
    throw new Rejected(
      'recurrence-needs-due',
      'A task that recurs needs a due date: end its recurrence first.',
    );
  }
  if (reminders !== undefined || due !== undefined) {
    const wanted = reminders ?? task.reminders.map(asked);
    checkReminders(wanted);
    const planned = planReminders(wanted, {
      due: next.due,
      timezone,
      now: change.now,
      before: task.reminders,
    });
    next.reminders = next.status === 'completed' ? cancelReminders(planned) : planned;
  }
  const changed = changedFields(task, next);
  const updated = touched(next, change.now);
  return [updated, taskEvent('dev.zerodo.task.updated.v1', updated, changed, change)];
}

/** The fields that were sent. */
const defined = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const changedFields = (before: Task, after: Task): string[] =>
  (Object.keys(after) as (keyof Task)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
