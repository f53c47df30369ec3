/**
 * Marks a notification as read.
 *
 * in   dev.zerodo.command.update-notification.v1
 */
import { updateNotification } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import { markRead } from '@zerodo/store/notifications';

export default defineCommand({
  name: 'notification-update',
  accepts: updateNotification,

  async handle({ data }, { tx, now, userId }) {
    return { answer: await markRead(tx, data.notificationId, now(), userId), events: [] };
  },
});
