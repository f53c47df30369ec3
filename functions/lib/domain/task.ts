import * as z from 'zod';
import { channel } from './channel.ts';
import { due } from './due.ts';
import { reminder } from './reminder.ts';

export const priority = z.int().min(1).max(4);

/** The rule a task comes from, as a task shows it. `text` is the rule in plain words. */
export const taskRecurrence = z.strictObject({
  seriesId: z.uuid(),
  rrules: z.array(z.string()),
  mode: z.enum(['schedule', 'completion']),
  spawn: z.enum(['completion', 'schedule']),
  text: z.string(),
});

/** How far a notification got on one channel. */
export const deliveryState = z.enum(['planned', 'sending', 'sent', 'late', 'failed', 'cancelled']);

/** A reminder with what became of it. */
export const taskReminder = z.intersection(
  reminder,
  z.object({
    state: z.enum(['planned', 'due', 'sent', 'late', 'cancelled', 'past']),
    fireAt: z.iso.datetime().nullable(),
    sentAt: z.iso.datetime().nullable(),
    /** How far it got on each channel, once it was due. */
    deliveries: z
      .array(z.strictObject({ channel, state: deliveryState, sentAt: z.iso.datetime().nullable() }))
      .optional(),
  }),
);

/** A task as everybody sees it: in answers, in events, in the page. Instants are ISO 8601 in UTC. */
export const task = z.strictObject({
  id: z.uuid(),
  projectId: z.uuid(),
  title: z.string(),
  notes: z.string(),
  priority,
  labels: z.array(z.string()),
  status: z.enum(['open', 'completed']),
  due: due.nullable(),
  dueAt: z.iso.datetime().nullable(),
  recurrence: taskRecurrence.nullable(),
  reminders: z.array(taskReminder),
  parentId: z.uuid().nullable(),
  /** A heading within the project. */
  section: z.string().nullable(),
  /** Who is to do it: a member of the project. */
  assigneeId: z.uuid().nullable(),
  /** The last day on which it is of use, whenever it is due. */
  deadline: z.iso.date().nullable(),
  durationMinutes: z.int().nullable(),
  position: z.number(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
});

export type Task = z.infer<typeof task>;
export type TaskRecurrence = z.infer<typeof taskRecurrence>;
export type TaskReminder = z.infer<typeof taskReminder>;
