/**
 * Changes fields of a task by a JSON merge patch (RFC 7396); a changed recurrence changes, begins or
 * ends its series. What changes nothing is answered with the task as it is.
 *
 * in   dev.zerodo.command.update-task.v1
 * out  dev.zerodo.task.updated.v1, .created.v1 (what follows one that is done), dev.zerodo.series.created.v1, .updated.v1, .ended.v1
 */
import { checkVersion, patch, update } from '@zerodo/domain/changes';
import { updateTask } from '@zerodo/domain/commands';
import { defineCommand } from '@zerodo/runtime/command';
import { fitAssignee } from '@zerodo/store/members';
import { checkEditable, knowPerson } from '@zerodo/store/people';
import { checkParent, lockTask, saveTask } from '@zerodo/store/tasks';
import { changeSeries } from './change-series.ts';
import { followDone, hasCompany } from './slot.ts';

export default defineCommand({
  name: 'task-update',
  accepts: updateTask,

  async handle({ data: { taskId, version, changes: asked } }, { tx, now, newId, userId, person }) {
    const task = await lockTask(tx, taskId, userId);
    checkVersion(task, version);
    const { timezone, preferences } = await knowPerson(tx, person);
    const projectId = asked.projectId ?? task.projectId;
    const moves = projectId !== task.projectId;
    if (moves) await checkEditable(tx, projectId, userId);
    // A subtask that moves to another project without its parent is one no more; its own parts go with it.
    const placed = moves && asked.parentId === undefined ? { ...asked, parentId: null } : asked;
    const changes = await fitAssignee(tx, task, placed, projectId);
    if (changes.parentId) await checkParent(tx, changes.parentId, projectId, taskId);

    const change = {
      actor: userId,
      now: now(),
      eventId: newId(),
      timezone,
      quietHours: preferences.quietHours,
    };
    const next = patch(task, changes, change);
    const [recurrence, seriesEvents] = await changeSeries(tx, task, next, changes.recurrence, {
      ...change,
      newId,
    });
    const [updated, events] = update(task, changes, change, recurrence);
    // A rule that was changed here begins anew at this occurrence: wherever it is due is its slot.
    const slot = recurrence === undefined || (await hasCompany(tx, updated)) ? undefined : null;
    if (events.length > 0) await saveTask(tx, updated, userId, task, slot);
    const followed = recurrence
      ? await followDone(tx, updated, { actor: userId, now: change.now, newId })
      : [];
    return { answer: updated, events: [...seriesEvents, ...events, ...followed] };
  },
});
