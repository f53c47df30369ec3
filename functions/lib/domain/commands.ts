import * as z from 'zod';
import { dueInput, duePatch } from './due.ts';
import {
  labels,
  localDate,
  notes,
  position,
  reminderList,
  rruleList,
  slot,
  timezone,
  title,
} from './fields.ts';
import { limits } from './limits.ts';
import { priority } from './task.ts';
import { text } from './text.ts';

/** A rule as a caller gives it; `mode` is fixed dates or counted from when it was done, `spawn` when the next one appears. */
export const recurrenceInput = z.strictObject({
  rrules: rruleList,
  mode: z.enum(['schedule', 'completion']).nullish(),
  spawn: z.enum(['completion', 'schedule']).nullish(),
  exdates: z.array(slot).max(500).nullish(),
  rdates: z.array(slot).max(500).nullish(),
  catchUp: z.enum(['latest', 'each']).nullish(),
});
export type RecurrenceInput = z.infer<typeof recurrenceInput>;

const fields = z.strictObject({
  projectId: z.uuid().optional(),
  title,
  notes: notes.optional(),
  priority: priority.optional(),
  labels: labels.optional(),
  due: dueInput.nullable().optional(),
  recurrence: recurrenceInput.nullable().optional(),
  reminders: reminderList.optional(),
  parentId: z.uuid().nullable().optional(),
  section: text.max(limits.section).nullable().optional(),
  assigneeId: z.uuid().nullable().optional(),
  deadline: localDate.nullable().optional(),
  durationMinutes: z.int().min(1).max(limits.durationMinutes).nullable().optional(),
  position: position.optional(),
});

/** A task by its fields, or by a line of words; `timezone` is the caller's, as the browser knows it. */
export const createTask = {
  type: 'dev.zerodo.command.create-task.v1',
  data: z.union([
    fields.extend({ id: z.uuidv7().optional(), timezone: timezone.optional() }),
    z.strictObject({
      id: z.uuidv7().optional(),
      quickAdd: text.max(2_000),
      projectId: z.uuid().optional(),
      timezone: timezone.optional(),
    }),
  ]),
} as const;

/**
 * A merge patch (RFC 7396): what is left out stays, null takes away or gives what is usual, `due` and
 * `recurrence` are changed field by field.
 */
const changes = fields.partial().extend({
  notes: notes.nullish(),
  priority: priority.nullish(),
  labels: labels.nullish(),
  due: duePatch.nullish(),
  recurrence: recurrenceInput.partial().nullish(),
  reminders: reminderList.nullish(),
});

/** `version`, where given, is the version that the caller saw (If-Match). */
const target = { taskId: z.uuid(), version: z.int().optional() };

export const updateTask = {
  type: 'dev.zerodo.command.update-task.v1',
  data: z.strictObject({ ...target, changes }),
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

export const restoreTask = {
  type: 'dev.zerodo.command.restore-task.v1',
  data: z.strictObject(target),
} as const;

/** `eventId` is a line of the task's history; without it, the last thing that the caller did to the task. */
export const undoTask = {
  type: 'dev.zerodo.command.undo-task.v1',
  data: z.strictObject({ ...target, eventId: z.uuid().optional() }),
} as const;

export type CreateTask = z.infer<typeof createTask.data>;
export type TaskFields = z.infer<typeof fields>;
export type TaskChanges = z.infer<typeof updateTask.data>['changes'];
