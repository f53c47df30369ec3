/**
 * Changes fields of a task; a changed recurrence changes, begins or ends its series.
 *
 * in   dev.zerodo.command.update-task.v1
 * out  dev.zerodo.task.updated.v1, dev.zerodo.series.created.v1, .updated.v1, .ended.v1
 */
import { checkVersion, update } from '@zerodo/domain/changes';
import { updateTask } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import { checkEditable, knowPerson } from '@zerodo/store/people';
import { checkParent, lockTask, saveTask } from '@zerodo/store/tasks';
import { changeSeries } from './change-series.ts';

export default defineCommand({
  name: 'task-update',
  accepts: updateTask,

  async handle({ data: { taskId, version, changes } }, { tx, now, newId, userId, person }) {
    const task = await lockTask(tx, taskId, userId);
    checkVersion(task, version);
    const { timezone } = await knowPerson(tx, person);
    const projectId = changes.projectId ?? task.projectId;
    if (projectId !== task.projectId) await checkEditable(tx, projectId, userId);
    if (changes.parentId) await checkParent(tx, changes.parentId, projectId, taskId);

    const change = { actor: userId, now: now(), eventId: newId(), timezone };
    const [plain] = update({ ...task, recurrence: null }, changes, change);
    const [recurrence, seriesEvents] = await changeSeries(tx, task, plain, changes.recurrence, {
      ...change,
      newId,
    });
    const [updated, event] = update(task, changes, change, recurrence);

    await saveTask(tx, updated, userId, task);
    return { answer: updated, events: [...seriesEvents, event] };
  },
});
