/**
 * Opens a completed task again and takes back its successor while nobody has touched that.
 *
 * in   dev.zerodo.command.reopen-task.v1
 * out  dev.zerodo.task.reopened.v1, dev.zerodo.task.deleted.v1 (the successor)
 */
import { checkVersion, remove, reopen } from '@zerodo/domain/changes';
import { reopenTask } from '@zerodo/domain/commands';
import { successorId } from '@zerodo/domain/ids';
import { defineCommand } from '@zerodo/runtime/command';
import { findUntouched } from '@zerodo/store/occurrences';
import { cancelEverybodysReminders } from '@zerodo/store/reminders';
import { lockTask, removeTask, saveTask } from '@zerodo/store/tasks';

export default defineCommand({
  name: 'task-reopen',
  accepts: reopenTask,

  async handle({ data }, { tx, now, newId, userId }) {
    const task = await lockTask(tx, data.taskId, userId);
    checkVersion(task, data.version);
    const change = { actor: userId, now: now(), eventId: newId() };
    const [reopened, event] = reopen(task, change);
    await saveTask(tx, reopened, userId, task);

    // One that came when its time had come does not depend on this completion.
    const spawned = task.recurrence?.spawn === 'completion';
    const successor = spawned && (await findUntouched(tx, successorId(task.id), userId));
    if (!successor) return { answer: reopened, events: [event] };
    const [taken, takenBack] = remove(successor, { ...change, eventId: newId() });
    await removeTask(tx, taken);
    await cancelEverybodysReminders(tx, taken.id);
    return { answer: reopened, events: [event, takenBack] };
  },
});
