import type { Reminder } from '@zerodo/domain/reminder';
import type { Task, TaskReminder } from '@zerodo/domain/task';
import { instantNow } from '../../lib/clock.ts';
import type { TaskChange } from './change-task.ts';

/** What may be changed of a task, as `PATCH /tasks/{id}` takes it. */
export type TaskEdit = Partial<
  Pick<
    Task,
    | 'title'
    | 'notes'
    | 'priority'
    | 'labels'
    | 'due'
    | 'projectId'
    | 'section'
    | 'assigneeId'
    | 'deadline'
    | 'durationMinutes'
    | 'position'
  >
> & {
  reminders?: Reminder[];
  recurrence?: { rrules: string[]; mode: 'schedule' | 'completion' } | null;
};

/** A reminder as a caller gives it, without what became of it. */
export function asked({
  state: _1,
  fireAt: _2,
  sentAt: _3,
  deliveries: _4,
  ...reminder
}: TaskReminder): Reminder {
  return reminder as Reminder;
}

/** What takes an edit back: the same fields as they were. */
export function inverseOf(task: Task, edit: TaskEdit): TaskEdit {
  const before: TaskEdit = {};
  for (const field of Object.keys(edit) as (keyof TaskEdit)[]) {
    if (field === 'reminders') before.reminders = task.reminders.map(asked);
    else if (field === 'recurrence') {
      before.recurrence = task.recurrence && { rrules: task.recurrence.rrules, mode: task.recurrence.mode };
    } else Object.assign(before, { [field]: task[field] });
  }
  return before;
}

/** A rule that is taken away and put back would be another series: the server has the one that it was. */
const onlyServerCanUndo = (edit: TaskEdit): boolean => edit.recurrence !== undefined;

/** Each way to change a task, as it is shown and as it is sent. */
export const changes = {
  complete: (task: Task): TaskChange => ({
    id: task.id,
    before: task,
    after: { ...task, status: 'completed', completedAt: instantNow() },
    method: 'POST',
    path: `/tasks/${task.id}/complete`,
  }),
  reopen: (task: Task): TaskChange => ({
    id: task.id,
    before: task,
    after: { ...task, status: 'open', completedAt: null },
    method: 'POST',
    path: `/tasks/${task.id}/reopen`,
  }),
  remove: (task: Task): TaskChange => ({
    id: task.id,
    before: task,
    after: null,
    method: 'DELETE',
    path: `/tasks/${task.id}`,
  }),
  restore: (task: Task): TaskChange => ({
    id: task.id,
    before: null,
    after: task,
    method: 'POST',
    path: `/tasks/${task.id}/restore`,
  }),
  edit: (task: Task, { reminders, recurrence, ...fields }: TaskEdit): TaskChange => ({
    id: task.id,
    before: task,
    // What a rule and reminders turn into only the answer can tell.
    after: { ...task, ...fields, ...(recurrence === null && { recurrence }) },
    method: 'PATCH',
    path: `/tasks/${task.id}`,
    body: { ...fields, ...(reminders && { reminders }), ...(recurrence !== undefined && { recurrence }) },
  }),
  /** Takes `edit` back; `before` is the task without it. */
  undoEdit: (task: Task, edit: TaskEdit, before: Task): TaskChange =>
    onlyServerCanUndo(edit)
      ? { ...changes.undo(task), after: { ...before, version: task.version } }
      : changes.edit(task, inverseOf(before, edit)),
  /** One line of the history, or the last change of this person; only the answer tells what comes of it. */
  undo: (task: Task, eventId?: string): TaskChange => ({
    id: task.id,
    before: task,
    after: task,
    method: 'POST',
    path: `/tasks/${task.id}/undo`,
    body: { ...(eventId && { eventId }) },
  }),
  /** An edit of one occurrence for all that follow it, or for the whole series. */
  series: (task: Task, seriesId: string, template: object, scope: 'following' | 'all'): TaskChange => ({
    id: task.id,
    before: task,
    after: task,
    method: 'PATCH',
    path: `/series/${seriesId}`,
    body: { scope, ...(scope === 'following' && { taskId: task.id }), ...template },
    thenRead: true,
  }),
  skip: (task: Task): TaskChange => ({
    id: task.id,
    before: task,
    after: task,
    method: 'POST',
    path: `/tasks/${task.id}/skip`,
  }),
};
