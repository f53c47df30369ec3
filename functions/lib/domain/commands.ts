import * as z from 'zod';
import { dueInput } from './due.ts';
import { reminder } from './reminder.ts';
import { priority } from './task.ts';

/** A rule as a caller gives it; `mode` is fixed dates or counted from when it was done, `spawn` when the next one appears. */
export const recurrenceInput = z.strictObject({
  rrules: z.array(z.string()).min(1),
  mode: z.enum(['schedule', 'completion']).nullish(),
  spawn: z.enum(['completion', 'schedule']).nullish(),
  exdates: z.array(z.string()).max(500).nullish(),
  rdates: z.array(z.string()).max(500).nullish(),
  catchUp: z.enum(['latest', 'each']).nullish(),
});
export type RecurrenceInput = z.infer<typeof recurrenceInput>;

const fields = z.strictObject({
  projectId: z.uuid().optional(),
  title: z.string(),
  notes: z.string().optional(),
  priority: priority.optional(),
  labels: z.array(z.string()).optional(),
  due: dueInput.nullable().optional(),
  recurrence: recurrenceInput.nullable().optional(),
  reminders: z.array(reminder).optional(),
  parentId: z.uuid().nullable().optional(),
  position: z.number().optional(),
});

/** A task by its fields, or by a line of words; `timezone` is the caller's, as the browser knows it. */
export const createTask = {
  type: 'dev.zerodo.command.create-task.v1',
  data: z.union([
    fields.extend({ id: z.uuid().optional(), timezone: z.string().optional() }),
    z.strictObject({
      id: z.uuid().optional(),
      quickAdd: z.string(),
      projectId: z.uuid().optional(),
      timezone: z.string().optional(),
    }),
  ]),
} as const;

/** `version`, where given, is the version that the caller saw (If-Match). */
const target = { taskId: z.uuid(), version: z.int().optional() };

export const updateTask = {
  type: 'dev.zerodo.command.update-task.v1',
  data: z.strictObject({ ...target, changes: fields.partial() }),
} as const;

export const completeTask = {
  type: 'dev.zerodo.command.complete-task.v1',
  data: z.strictObject(target),
} as const;

export const reopenTask = {
  type: 'dev.zerodo.command.reopen-task.v1',
  data: z.strictObject(target),
} as const;

export const deleteTask = {
  type: 'dev.zerodo.command.delete-task.v1',
  data: z.strictObject(target),
} as const;

export const updateNotification = {
  type: 'dev.zerodo.command.update-notification.v1',
  data: z.strictObject({ notificationId: z.uuid(), read: z.literal(true) }),
} as const;

export type CreateTask = z.infer<typeof createTask.data>;
export type TaskFields = z.infer<typeof fields>;
export type TaskChanges = z.infer<typeof updateTask.data>['changes'];
