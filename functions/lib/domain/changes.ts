// What may become of a task. Each decision gives the task as it is from now on and the event that says so.

import type { TaskChanges } from './commands.ts';
import { checkDate } from './due.ts';
import { changeDue, dueInstant } from './due-instant.ts';
import { checkLabels, checkNotes, checkSize, checkTitle } from './limits.ts';
import { type Change, type OutgoingEvent, taskEvent } from './outgoing.ts';
import {
  asked,
  cancelReminders,
  checkReminders,
  planReminders,
  reviveReminders,
} from './planned-reminders.ts';
import { Rejected } from './rejected.ts';
import type { QuietHours } from './reminders.ts';
import { same } from './same.ts';
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

/** What was deleted is there again, with its reminders that still lie ahead, but for what it is `without`. */
export function restore(
  task: Task,
  change: Change,
  without: { parentId?: null; recurrence?: null } = {},
): Decided {
  const open = task.status === 'open';
  const restored: Task = {
    ...touched({ ...task, ...without }, change.now),
    reminders: open ? reviveReminders(task.reminders, change.now) : task.reminders,
  };
  return [restored, taskEvent('dev.zerodo.task.restored.v1', restored, Object.keys(without), change)];
}

export function remove(task: Task, change: Change): Decided {
  const removed: Task = { ...touched(task, change.now), reminders: cancelReminders(task.reminders) };
  return [removed, taskEvent('dev.zerodo.task.deleted.v1', removed, [], change)];
}

/**
 * Who changes a task when, and in which zone. `dueAt` says which instant is meant where the wall
 * clock shows a new due date twice; `slot` between which slots of its series it moves, where it does.
 */
type Around = Change & {
  timezone: string;
  quietHours?: QuietHours | null | undefined;
  dueAt?: string | undefined;
  slot?: { from: string; to: string };
};

/**
 * The task with what a caller changed, all or nothing; its recurrence is the series' affair. `due`
 * is the same object where it is the same date.
 *
 * @throws Rejected for a title, notes, labels, reminders, a date or a zone that cannot be
 */
export function patch(
  task: Task,
  {
    due,
    reminders,
    title,
    notes,
    labels,
    priority,
    section,
    deadline,
    recurrence: _rule,
    ...rest
  }: TaskChanges,
  { timezone, now, quietHours, dueAt }: Omit<Around, keyof Change> & { now: Date },
): Task {
  const next: Task = Object.assign({ ...task }, defined(rest));
  if (title !== undefined) next.title = checkTitle(title);
  if (notes !== undefined) next.notes = checkNotes(notes ?? '');
  if (labels !== undefined) next.labels = checkLabels(labels ?? []);
  if (section !== undefined) next.section = section?.trim() || null;
  if (deadline !== undefined) next.deadline = deadline && checkDate(deadline);
  if (priority !== undefined) next.priority = priority ?? 4;
  const wanted = due && changeDue(task.due, due, timezone);
  // The same due date keeps its instant: where the clock shows it twice it may be the second one.
  if (wanted !== undefined && !same(wanted, task.due)) {
    next.due = wanted;
    next.dueAt = wanted && (dueAt ?? dueInstant(wanted).toISOString());
  }
  if (reminders !== undefined || next.due !== task.due) {
    const asks = reminders === undefined ? task.reminders.map(asked) : (reminders ?? []);
    checkReminders(asks);
    const planned = planReminders(asks, { due: next.due, timezone, now, before: task.reminders, quietHours });
    next.reminders = next.status === 'completed' ? cancelReminders(planned) : planned;
  }
  return next;
}

/**
 * Patches a task and announces it; where nothing changed, nothing. `recurrence` is given when its
 * series changed, which a task does not always show.
 *
 * @throws Rejected as `patch`, `recurrence-needs-due`, `task-too-large`
 */
export function update(
  task: Task,
  changes: TaskChanges,
  { timezone, quietHours, dueAt, ...change }: Around,
  recurrence?: Task['recurrence'],
): [Task, OutgoingEvent[]] {
  const next = patch(task, changes, { timezone, quietHours, dueAt, now: change.now });
  const seriesChanged = recurrence !== undefined;
  const whole = seriesChanged ? { ...next, recurrence } : next;
  if (whole.recurrence && !whole.due) {
    throw new Rejected(
      'recurrence-needs-due',
      'A task that recurs needs a due date: end its recurrence first.',
    );
  }
  const changed = (Object.keys(whole) as (keyof Task)[]).filter(
    (field) => !same(task[field], whole[field]) || (field === 'recurrence' && seriesChanged),
  );
  if (changed.length === 0) return [task, []];
  const updated = touched(whole, change.now);
  checkSize(updated);
  return [updated, [taskEvent('dev.zerodo.task.updated.v1', updated, changed, change)]];
}

/** The fields that were sent. */
const defined = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
