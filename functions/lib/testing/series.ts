import {
  completeTask,
  deleteTask,
  reopenTask,
  restoreTask,
  undoTask,
  updateTask,
} from '@zerodo/domain/commands';
import * as commands from '@zerodo/domain/series-commands';
import recurrenceSpawn from '../../recurrence-spawn/handle.ts';
import seriesUpdate from '../../series-update/handle.ts';
import taskComplete from '../../task-complete/handle.ts';
import taskDelete from '../../task-delete/handle.ts';
import taskQuery from '../../task-query/handle.ts';
import taskReopen from '../../task-reopen/handle.ts';
import taskUndo from '../../task-undo/handle.ts';
import taskUpdate from '../../task-update/handle.ts';
import type { TestDatabase } from './database.ts';
import { testFunction } from './functions.ts';

/** Everything that people do with series and their occurrences, through the functions that do it. */
export function testSeries(database: TestDatabase, now: () => Date) {
  const options = { now };
  const series = testFunction(seriesUpdate, database, options);
  const completing = testFunction(taskComplete, database, options);
  const deleting = testFunction(taskDelete, database, options);
  const reopening = testFunction(taskReopen, database, options);
  const undoing = testFunction(taskUndo, database, options);
  const updating = testFunction(taskUpdate, database, options);
  const asking = testFunction(taskQuery, database, options);
  const spawning = testFunction(recurrenceSpawn, database, options);

  /** Delivers the last completion of a task, as its Trigger does. */
  const deliver = async (taskId: string) => {
    const [event] = await database.owner()`
      select id, type, data, user_id from events
      where subject = ${taskId} and type like '%completed%' order by sequence desc limit 1
    `;
    return spawning.event(event!.type, event!.data, {
      id: event!.id,
      source: '/zerodo/task-complete',
      userid: event!.userId,
    });
  };

  return {
    series,
    deliver,
    tick: () => spawning.tick(),
    create: (user: string, data: object) => series.command(commands.createSeries.type, data, user),
    change: (user: string, seriesId: string, data: object) =>
      series.command(commands.updateSeries.type, { seriesId, ...data }, user),
    pause: (user: string, seriesId: string) => series.command(commands.pauseSeries.type, { seriesId }, user),
    resume: (user: string, seriesId: string) =>
      series.command(commands.resumeSeries.type, { seriesId }, user),
    end: (user: string, seriesId: string) => series.command(commands.endSeries.type, { seriesId }, user),
    remove: (user: string, seriesId: string, occurrences?: 'keep' | 'delete') =>
      series.command(commands.deleteSeries.type, { seriesId, ...(occurrences && { occurrences }) }, user),
    skip: (user: string, taskId: string, to?: 'next' | 'today') =>
      series.command(commands.skipOccurrence.type, { taskId, ...(to && { to }) }, user),
    /** Completes and lets the next one come. */
    done: async (user: string, taskId: string) => {
      const answered = await completing.command(completeTask.type, { taskId }, user);
      if (answered.status === 200) await deliver(taskId);
      return answered;
    },
    complete: (user: string, taskId: string) => completing.command(completeTask.type, { taskId }, user),
    reopen: (user: string, taskId: string) => reopening.command(reopenTask.type, { taskId }, user),
    deleteTask: (user: string, taskId: string) => deleting.command(deleteTask.type, { taskId }, user),
    restore: (user: string, taskId: string) => undoing.command(restoreTask.type, { taskId }, user),
    undo: (user: string, taskId: string, eventId?: string) =>
      undoing.command(undoTask.type, { taskId, ...(eventId && { eventId }) }, user),
    update: (user: string, taskId: string, changes: object) =>
      updating.command(updateTask.type, { taskId, changes }, user),
    read: (user: string, seriesId: string) => asking.ask('read-series', { seriesId }, user),
    list: (user: string, filters: object = {}) => asking.ask('list-series', filters, user),
    readTask: (user: string, taskId: string) => asking.ask('read-task', { taskId }, user),
    history: (user: string, taskId: string) => asking.ask('read-history', { taskId }, user),
    /** What is open of a person's, by due date. */
    open: (user: string) => database.owner()`
      select id, title, due_date, due_time, due_at, series_id from tasks
      where created_by = ${user} and status = 'open' and deleted_at is null order by due_at
    `,
    /** The events about a task or series, oldest first. */
    events: async (subject: string): Promise<string[]> =>
      (await database.owner()`select type from events where subject = ${subject} order by sequence`).map(
        ({ type }) => type.split('.')[3],
      ),
  };
}
