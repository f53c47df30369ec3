/**
 * Opens a completed task again and takes back its successor while nobody has touched that.
 *
 * in   dev.zerodo.command.reopen-task.v1
 * out  dev.zerodo.task.reopened.v1, dev.zerodo.task.deleted.v1 (the successor), dev.zerodo.series.updated.v1
 */
import { checkVersion } from '@zerodo/domain/changes';
import { reopenTask } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import * as lifecycle from '@zerodo/store/lifecycle';
import { lockTask } from '@zerodo/store/tasks';

export default defineCommand({
  name: 'task-reopen',
  accepts: reopenTask,

  async handle({ data }, { tx, now, newId, userId }) {
    const task = await lockTask(tx, data.taskId, userId);
    checkVersion(task, data.version);
    const step = { actor: userId, now: now(), newId };
    const { task: answer, events } = await lifecycle.reopenTask(tx, task, step);
    return { answer, events };
  },
});
