/**
 * Deletes a task; its history stays. The open occurrence of a series is followed by the next one.
 *
 * in   dev.zerodo.command.delete-task.v1
 * out  dev.zerodo.task.deleted.v1, .created.v1 (what follows in its series), dev.zerodo.series.ended.v1
 */
import { checkVersion } from '@zerodo/domain/changes';
import { deleteTask } from '@zerodo/domain/commands';
import { Rejected } from '@zerodo/domain/rejected';
import { defineCommand } from '@zerodo/runtime/command';
import * as lifecycle from '@zerodo/store/lifecycle';
import { holdTask, readTask } from '@zerodo/store/tasks';

export default defineCommand({
  name: 'task-delete',
  accepts: deleteTask,

  async handle({ data }, { tx, now, newId, userId }) {
    const { deletedAt, slotAt } = await holdTask(tx, data.taskId, userId);
    if (deletedAt) throw new Rejected('task-not-found', 'This task is deleted already.');
    const task = await readTask(tx, data.taskId, userId);
    checkVersion(task, data.version);
    const step = { actor: userId, now: now(), newId };
    const { task: answer, events } = await lifecycle.deleteTask(tx, task, slotAt, step);
    return { answer, events };
  },
});
