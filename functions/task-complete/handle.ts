/**
 * Marks an open task as done and calls off its reminders.
 *
 * in   dev.zerodo.command.complete-task.v1
 * out  dev.zerodo.task.completed.v1
 */
import { checkVersion, complete } from '@zerodo/domain/changes';
import { completeTask } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import { cancelEverybodysReminders } from '@zerodo/store/reminders';
import { lockTask, saveTask } from '@zerodo/store/tasks';

export default defineCommand({
  name: 'task-complete',
  accepts: completeTask,

  async handle({ data }, { tx, now, newId, userId }) {
    const task = await lockTask(tx, data.taskId, userId);
    checkVersion(task, data.version);
    const [completed, event] = complete(task, { actor: userId, now: now(), eventId: newId() });

    await saveTask(tx, completed, userId, task);
    await cancelEverybodysReminders(tx, completed.id);
    return { answer: completed, events: [event] };
  },
});
