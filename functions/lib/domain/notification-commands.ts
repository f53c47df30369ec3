// What a person may do with what told them something.
import * as z from 'zod';
import { channel } from './channel.ts';
import { timezone } from './fields.ts';
import { notification } from './notification.ts';
import { task } from './task.ts';

export const updateNotification = {
  type: 'dev.zerodo.command.update-notification.v1',
  data: z.strictObject({ notificationId: z.uuid(), read: z.literal(true) }),
} as const;

/** All of them, or those named. */
export const readNotifications = {
  type: 'dev.zerodo.command.read-notifications.v1',
  data: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200).optional() }),
} as const;

export const readAnswer = z.strictObject({ read: z.int() });

/** So many minutes from now, a week at most, or a local moment, in the person's zone unless another is named. */
export const snooze = z.union([
  z.strictObject({
    minutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60),
  }),
  z.strictObject({ until: z.string().max(19), timezone: timezone.optional() }),
]);
export type Snooze = z.infer<typeof snooze>;

export const snoozeTask = {
  type: 'dev.zerodo.command.snooze-task.v1',
  data: z.strictObject({ taskId: z.uuid(), version: z.int().optional(), snooze }),
} as const;

export const snoozeNotification = {
  type: 'dev.zerodo.command.snooze-notification.v1',
  data: z.strictObject({ notificationId: z.uuid(), snooze }),
} as const;

const snoozedUntil = z.iso.datetime();
export const snoozedTask = task.extend({ snoozedUntil });
export const snoozedNotification = notification.extend({ snoozedUntil });

export const testChannel = {
  type: 'dev.zerodo.command.test-channel.v1',
  data: z.strictObject({ channel }),
} as const;

/** What was entered in the ledger; a push goes to each of the person's browsers. */
export const testAnswer = z.strictObject({ notificationIds: z.array(z.uuid()) });

/** The token of a link in a mail. */
export const unsubscribe = z.strictObject({ token: z.string().max(200) });
