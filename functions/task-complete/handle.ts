/**
 * Marks an open task as done and calls off its reminders.
 *
 * in   dev.zerodo.command.complete-task.v1
 * out  dev.zerodo.task.completed.v1
 */
import { checkVersion } from '@zerodo/domain/changes';
import { completeTask } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import * as lifecycle from '@zerodo/store/lifecycle';
import { lockTask } from '@zerodo/store/tasks';

export default defineCommand({
  name: 'task-complete',
  accepts: completeTask,

  async handle({ data }, { tx, now, newId, userId }) {
    const task = await lockTask(tx, data.taskId, userId);
    checkVersion(task, data.version);
    const step = { actor: userId, now: now(), newId };
    const { task: answer, events } = await lifecycle.completeTask(tx, task, step);
    return { answer, events };
  },
});
