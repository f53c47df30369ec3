/**
 * Creates a task by its fields or by a line of words; with a recurrence, the series it begins as well.
 *
 * in   dev.zerodo.command.create-task.v1
 * out  dev.zerodo.task.created.v1, dev.zerodo.series.created.v1
 */
import { createTask } from '@zerodo/domain/commands';
import { inboxId } from '@zerodo/domain/ids';
import { checkTimezone } from '@zerodo/domain/local-time';
import { createTask as taskFrom } from '@zerodo/domain/new-task';
import { Rejected } from '@zerodo/domain/rejected';
import { recurrenceFrom, seriesEvent, seriesOf, shown } from '@zerodo/domain/series';
import { defineCommand } from '@zerodo/runtime/command';
import { checkEditable, knowPerson } from '@zerodo/store/people';
import { addSeries } from '@zerodo/store/series';
import { addTask, checkParent } from '@zerodo/store/tasks';
import { fieldsOf } from './fields.ts';

export default defineCommand({
  name: 'task-create',
  accepts: createTask,

  async handle({ data }, { tx, now, newId, userId, person }) {
    if (data.timezone) checkTimezone(data.timezone);
    const { timezone } = await knowPerson(tx, person, data.timezone);
    const at = now();
    const zone = data.timezone ?? timezone;
    const fields = await fieldsOf(data, { tx, now: at, timezone: zone, userId });
    const projectId = fields.projectId ?? inboxId(userId);
    await checkEditable(tx, projectId, userId);
    if (fields.parentId) await checkParent(tx, fields.parentId, projectId);

    const change = { actor: userId, now: at, eventId: newId(), id: data.id ?? newId(), timezone: zone };
    const [plain] = taskFrom({ ...fields, projectId }, change);
    if (!fields.recurrence) {
      const [task, created] = taskFrom({ ...fields, projectId }, change);
      await add(task);
      return { answer: task, created: true, events: [created] };
    }

    if (!plain.due)
      throw new Rejected('recurrence-needs-due', 'A task that recurs needs a due date: add one.');
    const recurrence = recurrenceFrom(fields.recurrence, plain.due);
    const spawn = fields.recurrence.spawn ?? 'completion';
    const series = seriesOf(plain, recurrence, { id: newId(), spawn, actor: userId, now: at });
    const [task, created] = taskFrom({ ...fields, projectId }, change, shown(series));
    await addSeries(tx, series);
    await add(task);
    const begun = seriesEvent('dev.zerodo.series.created.v1', series, { ...change, eventId: newId() });
    return { answer: task, created: true, events: [begun, created] };

    async function add(task: typeof plain): Promise<void> {
      if (await addTask(tx, task, userId)) return;
      throw new Rejected(
        'task-exists',
        'A task with this id exists already: leave the id out or take a new one.',
      );
    }
  },
});
