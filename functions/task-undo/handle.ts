/**
 * Takes the deletion of a task back.
 *
 * in   dev.zerodo.command.restore-task.v1
 * out  dev.zerodo.task.restored.v1
 */
import { checkVersion, restore } from '@zerodo/domain/changes';
import { restoreTask } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import { saveTask, undelete } from '@zerodo/store/tasks';

export default defineCommand({
  name: 'task-undo',
  accepts: restoreTask,

  async handle({ data }, { tx, now, newId, userId }) {
    const task = await undelete(tx, data.taskId, userId);
    checkVersion(task, data.version);
    const [restored, event] = restore(task, { actor: userId, now: now(), eventId: newId() });

    await saveTask(tx, restored, userId, task);
    return { answer: restored, events: [event] };
  },
});
