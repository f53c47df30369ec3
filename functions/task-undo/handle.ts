/**
 * Takes a change of a task back, whichever and whenever it was; or the deletion of a task.
 *
 * in   dev.zerodo.command.undo-task.v1, dev.zerodo.command.restore-task.v1
 * out  dev.zerodo.task.updated.v1, .deleted.v1, .restored.v1, .reopened.v1, .completed.v1 (with `undoes`), and those of its series
 */
import { checkVersion } from '@zerodo/domain/changes';
import { restoreTask, undoTask } from '@zerodo/domain/commands';
import { Rejected } from '@zerodo/domain/rejected';
import { defineCommand } from '@zerodo/runtime/command';
import { changeMade } from '@zerodo/store/changes-made';
import * as lifecycle from '@zerodo/store/lifecycle';
import { knowPerson } from '@zerodo/store/people';
import { holdTask, readTask } from '@zerodo/store/tasks';
import { undo as takeBack } from './undo.ts';

const undo = defineCommand({
  name: 'task-undo',
  accepts: undoTask,

  async handle({ data: { taskId, eventId, version } }, { tx, now, newId, userId, person }) {
    const held = await holdTask(tx, taskId, userId);
    const task = await readTask(tx, taskId, userId, true);
    checkVersion(task, version);
    const made = await changeMade(tx, taskId, { eventId, userId });
    const { timezone, preferences } = await knowPerson(tx, person);
    const step = { actor: userId, now: now(), newId, undoes: made.id };
    const whose = { ...step, timezone, quietHours: preferences.quietHours };
    const { task: answer, events } = await takeBack(tx, { task, held, made }, whose);
    return { answer, events };
  },
});

const restore = defineCommand({
  name: 'task-undo',
  accepts: restoreTask,

  async handle({ data: { taskId, version } }, { tx, now, newId, userId }) {
    const { deletedAt } = await holdTask(tx, taskId, userId);
    if (!deletedAt) {
      throw new Rejected('task-not-deleted', 'This task is not deleted: there is nothing to restore.');
    }
    const task = await readTask(tx, taskId, userId, true);
    checkVersion(task, version);
    const step = { actor: userId, now: now(), newId };
    const { task: answer, events } = await lifecycle.restoreTask(tx, task, deletedAt, step);
    return { answer, events };
  },
});

export default [undo, restore];
