/**
 * Creates a task by its fields or by a line of words; with a recurrence, the series it begins as well.
 *
 * in   dev.zerodo.command.create-task.v1
 * out  dev.zerodo.task.created.v1, dev.zerodo.series.created.v1
 */
import { createTask, type RecurrenceInput } from '@zerodo/domain/commands';
import { inboxId } from '@zerodo/domain/ids';
import { checkTimezone } from '@zerodo/domain/local-time';
import { createTask as taskFrom } from '@zerodo/domain/new-task';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import { recurrenceFrom, type Series, seriesOf, shown } from '@zerodo/domain/series';
import { seriesEvent } from '@zerodo/domain/series-events';
import type { Task } from '@zerodo/domain/task';
import { defineCommand } from '@zerodo/runtime/command';
import { checkAssignee } from '@zerodo/store/members';
import { checkEditable, knowPerson } from '@zerodo/store/people';
import { addSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { addTask, checkParent } from '@zerodo/store/tasks';
import { fieldsOf } from './fields.ts';

export default defineCommand({
  name: 'task-create',
  accepts: createTask,

  async handle({ data }, { tx, now, newId, userId, person }) {
    if (data.timezone) checkTimezone(data.timezone);
    const { timezone, preferences } = await knowPerson(tx, person, data.timezone);
    const at = now();
    const zone = data.timezone ?? timezone;
    const fields = await fieldsOf(data, { tx, now: at, timezone: zone, userId });
    const projectId = fields.projectId ?? inboxId(userId);
    await checkEditable(tx, projectId, userId);
    if (fields.parentId) await checkParent(tx, fields.parentId, projectId);
    if (fields.assigneeId) await checkAssignee(tx, fields.assigneeId, projectId);

    const change = {
      actor: userId,
      now: at,
      eventId: newId(),
      id: data.id ?? newId(),
      timezone: zone,
      preferences,
    };
    const wanted = { ...fields, projectId };
    let [task, created] = taskFrom(wanted, change);
    const events: OutgoingEvent[] = [];
    if (fields.recurrence) {
      const series = await beginSeries(tx, task, fields.recurrence, { id: newId(), actor: userId, now: at });
      events.push(seriesEvent('created', series, { ...change, eventId: newId() }));
      [task, created] = taskFrom(wanted, change, shown(series));
    }
    if (!(await addTask(tx, task, userId))) {
      throw new Rejected(
        'task-exists',
        'A task with this id exists already: leave the id out or take a new one.',
      );
    }
    return { answer: task, created: true, events: [...events, created] };
  },
});

async function beginSeries(
  tx: Tx,
  first: Task,
  asked: RecurrenceInput,
  by: { id: string; actor: string; now: Date },
): Promise<Series> {
  if (!first.due) throw new Rejected('recurrence-needs-due', 'A task that recurs needs a due date: add one.');
  const spawn = asked.spawn ?? 'completion';
  const series = seriesOf(first, recurrenceFrom(asked, first.due), { ...by, spawn });
  await addSeries(tx, series);
  return series;
}
