/**
 * Brings a due reminder to its person and enters it in the ledger, once per channel. The in-app
 * channel is the ledger itself.
 *
 * in   dev.zerodo.reminder.due.v1
 * out  dev.zerodo.notification.sent.v1
 */
import { defineReaction } from '@zerodo/runtime/reaction';
import { lockDueReminder, settleReminder } from '@zerodo/store/due-reminders';
import { enterSent } from '@zerodo/store/notifications';

/** Sent later than this after its time, a reminder says that it is late. */
const lateMs = 60_000;

export default defineReaction({
  name: 'notification-send',
  accepts: ['dev.zerodo.reminder.due.v1'],
  as: 'user',

  async handle({ data, userid: userId }, { tx, now, newId }) {
    // What the row says counts, not the event: moved, sent or called off meanwhile, nothing goes out.
    const reminder = await lockDueReminder(tx, data.reminderId);
    if (reminder?.state !== 'due' || reminder.userId !== userId) return { events: [] };
    if (!reminder.taskOpen) {
      await settleReminder(tx, reminder.id, 'cancelled', null);
      return { events: [] };
    }

    const sentAt = now();
    const late = sentAt.getTime() - reminder.fireAt.getTime() > lateMs;
    const { taskId, projectId, fireAt } = reminder;
    const id = newId();
    await settleReminder(tx, reminder.id, late ? 'late' : 'sent', sentAt);
    const sent = { id, reminderId: reminder.id, taskId, projectId, userId, fireAt, sentAt, late };
    if (!(await enterSent(tx, sent))) return { events: [] };
    return {
      events: [
        {
          id: newId(),
          type: 'dev.zerodo.notification.sent.v1',
          subject: taskId,
          time: sentAt,
          userId,
          projectId,
          recurring: false,
          data: { notificationId: id, taskId, userId, channel: 'in-app', late },
        },
      ],
    };
  },
});
