import * as z from 'zod';
import { channel } from './channel.ts';

/** What a notification is about. */
export const notificationKind = z.enum([
  'reminder',
  'due-soon',
  'overdue',
  'task-created',
  'task-updated',
  'task-completed',
  'digest',
  'test',
  'webhook-off',
  'invitation',
]);
export type NotificationKind = z.infer<typeof notificationKind>;

const instant = z.iso.datetime();

/**
 * A line of the notification inbox: which task, what for, when it was due to come and when it came.
 * A test is about no task, and `title` then says what it is about: of an invitation the project. `actor` is who did what a notice about a shared project tells.
 */
export const notification = z.strictObject({
  id: z.uuid(),
  kind: notificationKind,
  channel: z.enum(['in-app']),
  state: z.enum(['sent', 'late']),
  taskId: z.uuid().nullable(),
  title: z.string(),
  taskStatus: z.enum(['open', 'completed']).nullable(),
  actor: z.strictObject({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  dueAt: instant.nullable(),
  fireAt: instant,
  sentAt: instant,
  readAt: instant.nullable(),
});
export type Notification = z.infer<typeof notification>;

export const notificationPage = z.strictObject({
  items: z.array(notification),
  nextCursor: z.string().nullable(),
  unread: z.int(),
});
export type NotificationPage = z.infer<typeof notificationPage>;

export const listNotifications = z.strictObject({
  unread: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});

/** Whether a channel reaches this person, in words if not, and how its target does. */
export const channelState = z.strictObject({
  channel,
  /** Set up on this installation and by this person. */
  configured: z.boolean(),
  /** What is missing, in words; null where nothing is. */
  reason: z.string().nullable(),
  /** `open`: it keeps failing and is left alone until `probeAt`; `half-open`: it is just being tried. */
  breaker: z.enum(['closed', 'open', 'half-open']),
  probeAt: instant.nullable(),
  lastError: z.string().nullable(),
  lastSentAt: instant.nullable(),
});
export const channelList = z.strictObject({ items: z.array(channelState), nextCursor: z.null() });
export type ChannelState = z.infer<typeof channelState>;

export const listChannels = z.strictObject({});
