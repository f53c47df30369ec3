/**
 * Deletes a task; its history stays.
 *
 * in   dev.zerodo.command.delete-task.v1
 * out  dev.zerodo.task.deleted.v1
 */
import { checkVersion, remove } from '@zerodo/domain/changes';
import { deleteTask } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import { cancelEverybodysReminders } from '@zerodo/store/reminders';
import { lockTask, removeTask } from '@zerodo/store/tasks';

export default defineCommand({
  name: 'task-delete',
  accepts: deleteTask,

  async handle({ data }, { tx, now, newId, userId }) {
    const task = await lockTask(tx, data.taskId, userId);
    checkVersion(task, data.version);
    const [removed, event] = remove(task, { actor: userId, now: now(), eventId: newId() });

    await removeTask(tx, removed);
    await cancelEverybodysReminders(tx, removed.id);
    return { answer: removed, events: [event] };
  },
});
