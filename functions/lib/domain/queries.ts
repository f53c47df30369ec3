// What task-query answers: the arguments of each query and the shape of its answer.

import * as z from 'zod';
import { task } from './task.ts';
import { text } from './text.ts';

const flag = z.enum(['open', 'completed']);

/** `due` groups as the page does, in the zone given; `cursor` is what the page before answered. */
export const listTasks = z.strictObject({
  status: flag.optional(),
  project: z.uuid().optional(),
  label: text.max(60).optional(),
  priority: z.coerce.number().int().min(1).max(4).optional(),
  due: z.enum(['overdue', 'today', 'upcoming', 'none']).optional(),
  timezone: z.string().max(64).optional(),
  series: z.uuid().optional(),
  q: text.max(200).optional(),
  sort: z.enum(['due', 'created', 'completed', 'position']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
export type ListTasks = z.infer<typeof listTasks>;

/** `nextCursor` is null at the end. */
const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

export const taskPage = page(task);
export type TaskPage = z.infer<typeof taskPage>;

export const readTask = z.strictObject({ taskId: z.uuid() });

/** One line of a task's history: an event, newest first. */
export const historyEntry = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  time: z.iso.datetime(),
  actor: z.uuid(),
  changed: z.array(z.string()),
  task,
});
export const historyPage = page(historyEntry);
export type HistoryEntry = z.infer<typeof historyEntry>;
export type HistoryPage = z.infer<typeof historyPage>;

export const readHistory = z.strictObject({
  taskId: z.uuid(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});

/** A line of the notification inbox: which task, what for, when it was due to come and when it came. */
export const notification = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['reminder']),
  channel: z.enum(['in-app']),
  state: z.enum(['sent', 'late']),
  taskId: z.uuid(),
  title: z.string(),
  taskStatus: z.enum(['open', 'completed']),
  dueAt: z.iso.datetime().nullable(),
  fireAt: z.iso.datetime(),
  sentAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export const notificationPage = z.strictObject({
  items: z.array(notification),
  nextCursor: z.string().nullable(),
  unread: z.int(),
});
export type Notification = z.infer<typeof notification>;
export type NotificationPage = z.infer<typeof notificationPage>;

export const listNotifications = z.strictObject({
  unread: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
