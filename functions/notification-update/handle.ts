/**
 * What a person does with notifications: reads them, puts them off, tries a channel, ends mail.
 *
 * in   dev.zerodo.command.update-notification.v1, .read-notifications.v1, .snooze-notification.v1,
 *      .snooze-task.v1, .test-channel.v1; POST /show-unsubscribe, /unsubscribe
 * out  dev.zerodo.reminder.snoozed.v1, dev.zerodo.notification.planned.v1, .sent.v1
 */
import { readNotifications, updateNotification } from '@zerodo/domain/notification-commands';
import { defineCommand } from '@zerodo/runtime/command';
import { markAllRead, markRead } from '@zerodo/store/notifications';
import { snoozesNotification, snoozesTask } from './snooze.ts';
import { testsChannel } from './test-channel.ts';
import { asksToUnsubscribe, unsubscribes } from './unsubscribe.ts';

export default [
  defineCommand({
    name: 'notification-update',
    accepts: updateNotification,

    async handle({ data }, { tx, now, userId }) {
      return { answer: await markRead(tx, data.notificationId, now(), userId), events: [] };
    },
  }),
  defineCommand({
    name: 'notification-update',
    accepts: readNotifications,

    async handle({ data }, { tx, now, userId }) {
      return { answer: { read: await markAllRead(tx, data.ids, now(), userId) }, events: [] };
    },
  }),
  snoozesNotification,
  snoozesTask,
  testsChannel,
  asksToUnsubscribe,
  unsubscribes,
];
