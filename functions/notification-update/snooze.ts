import { checkVersion } from '@zerodo/domain/changes';
import { type Snooze, snoozeNotification, snoozeTask } from '@zerodo/domain/notification-commands';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import { snoozedUntil } from '@zerodo/domain/snooze';
import { type CommandContext, defineCommand } from '@zerodo/runtime/command';
import { markRead } from '@zerodo/store/notifications';
import { knowPerson } from '@zerodo/store/people';
import { putSnooze } from '@zerodo/store/snoozes';
import { readTask } from '@zerodo/store/tasks';

/** Reminds this person again; nobody else, and the due date stays. */
async function snoozed(
  taskId: string,
  snooze: Snooze,
  { tx, now, newId, userId, person }: CommandContext,
): Promise<{ until: string; event: OutgoingEvent }> {
  const time = now();
  const { timezone } = await knowPerson(tx, person);
  const fireAt = snoozedUntil(snooze, timezone, time);
  const { reminderId, projectId } = await putSnooze(tx, taskId, fireAt, userId);
  const until = fireAt.toISOString();
  const event: OutgoingEvent = {
    id: newId(),
    type: 'dev.zerodo.reminder.snoozed.v1',
    subject: taskId,
    time,
    userId,
    projectId,
    recurring: false,
    data: { reminderId, taskId, userId, fireAt: until },
  };
  return { until, event };
}

export const snoozesTask = defineCommand({
  name: 'notification-update',
  accepts: snoozeTask,

  async handle({ data: { taskId, version, snooze } }, context) {
    const task = await readTask(context.tx, taskId, context.userId);
    checkVersion(task, version);
    const { until, event } = await snoozed(taskId, snooze, context);
    return { answer: { ...task, snoozedUntil: until }, events: [event] };
  },
});

/** Puts off what it is about, and counts as having read it. */
export const snoozesNotification = defineCommand({
  name: 'notification-update',
  accepts: snoozeNotification,

  async handle({ data: { notificationId, snooze } }, context) {
    const notification = await markRead(context.tx, notificationId, context.now(), context.userId);
    if (notification.taskId === null) {
      throw new Rejected(
        'task-not-found',
        'This notification is about no task: there is nothing to put off.',
      );
    }
    const { until, event } = await snoozed(notification.taskId, snooze, context);
    return { answer: { ...notification, snoozedUntil: until }, events: [event] };
  },
});
