import type { TaskFields } from './commands.ts';
import { checkDate } from './due.ts';
import { completeDue, dueInstant } from './due-instant.ts';
import { timeOfId } from './id-time.ts';
import { checkLabels, checkNotes, checkSize, checkTitle } from './limits.ts';
import { type Change, type OutgoingEvent, taskEvent } from './outgoing.ts';
import { checkReminders, planReminders } from './planned-reminders.ts';
import { type Preferences, usualPreferences } from './preferences.ts';
import { Rejected } from './rejected.ts';
import { usualReminders } from './reminders.ts';
import type { Task, TaskRecurrence } from './task.ts';

/**
 * Makes a task of what a caller sent. Where `reminders` are absent a due task gets those that the
 * person has chosen to be usual; an empty list means none. `dueAt` says which instant is meant where the wall clock shows it twice.
 *
 * @throws Rejected for a title, notes, labels, reminders, a date or a zone that cannot be, `task-too-large`
 */
export function createTask(
  fields: Omit<TaskFields, 'recurrence'> & { projectId: string },
  change: Change & {
    id: string;
    timezone: string;
    preferences?: Pick<Preferences, 'reminders' | 'quietHours'>;
    predecessorId?: string;
    dueAt?: string;
  },
  recurrence: TaskRecurrence | null = null,
): [Task, OutgoingEvent] {
  const { id, now, timezone, preferences: habits = usualPreferences } = change;
  const due = fields.due ? completeDue(fields.due, timezone) : null;
  if (recurrence && !due) {
    throw new Rejected('recurrence-needs-due', 'A task that recurs needs a due date: add one.');
  }
  const reminders = fields.reminders ?? (due ? usualReminders(due, habits.reminders) : []);
  checkReminders(reminders);
  const task: Task = {
    id,
    projectId: fields.projectId,
    title: checkTitle(fields.title),
    notes: checkNotes(fields.notes ?? ''),
    priority: fields.priority ?? 4,
    labels: checkLabels(fields.labels ?? []),
    status: 'open',
    due,
    dueAt: change.dueAt ?? (due && dueInstant(due).toISOString()),
    recurrence,
    reminders: planReminders(reminders, { due, timezone, now, quietHours: habits.quietHours }),
    parentId: fields.parentId ?? null,
    section: fields.section?.trim() || null,
    assigneeId: fields.assigneeId ?? null,
    deadline: fields.deadline ? checkDate(fields.deadline) : null,
    durationMinutes: fields.durationMinutes ?? null,
    // As it was written, also where what was written later came first.
    position: fields.position ?? timeOfId(id) ?? now.getTime(),
    version: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    completedAt: null,
  };
  // A successor is as large as what it follows; refused, it would end its series.
  if (!change.predecessorId) checkSize(task);
  return [task, taskEvent('dev.zerodo.task.created.v1', task, Object.keys(task), change)];
}
