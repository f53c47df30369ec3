import { randomUUID } from 'node:crypto';
import * as tasks from '@zerodo/domain/commands';
import { Rejected } from '@zerodo/domain/rejected';
import * as commands from '@zerodo/domain/series-commands';
import { testDatabase } from '@zerodo/testing/database';
import { inProcess } from '@zerodo/testing/in-process';
import { seriesLaws } from '@zerodo/testing/series-laws';
import { describe, expect, it } from 'vitest';
import recurrenceSpawn from '../recurrence-spawn/handle.ts';
import taskComplete from '../task-complete/handle.ts';
import taskCreate from '../task-create/handle.ts';
import taskDelete from '../task-delete/handle.ts';
import taskReopen from '../task-reopen/handle.ts';
import taskUndo from '../task-undo/handle.ts';
import taskUpdate from '../task-update/handle.ts';
import seriesUpdate from './handle.ts';

describe('several who change one series at the same moment', () => {
  const database = testDatabase();
  const functions = [
    ...[recurrenceSpawn, seriesUpdate, taskUndo].flat(),
    ...[taskComplete, taskCreate, taskDelete, taskReopen, taskUpdate],
  ];
  const people = inProcess(database, functions, () => new Date('2026-11-26T12:00:00Z'));
  const laws = seriesLaws(database);

  it.each(['completion', 'schedule'])(
    'wait for each other and never in a circle (spawned on %s)',
    async (spawn) => {
      const user = randomUUID();
      const refused: string[] = [];
      const does = async (type: string, data: object) => {
        try {
          const { events } = await people.command(type, data, user);
          const done = events.find((one) => one.type === 'dev.zerodo.task.completed.v1');
          if (done) await people.deliver(done);
        } catch (error) {
          if (!(error instanceof Rejected)) throw error;
          refused.push(error.code);
        }
      };
      const due = { date: '2026-11-23', time: '09:00', timezone: 'Europe/Berlin' };
      const recurrence = { rrules: ['FREQ=DAILY'], spawn, catchUp: 'each' };
      await does(tasks.createTask.type, { title: 'Run', due, recurrence });
      await people.tick();
      const [seriesId] = await laws.seriesOf(user);
      await does(tasks.createTask.type, { title: 'Shoes', parentId: (await laws.tasksOf(user))[0] });

      for (let round = 0; round < 15; round += 1) {
        const known = await laws.tasksOf(user);
        const [first, last, other] = [known[0], known.at(-1), known[(round * 7) % known.length]];
        const title = `Run ${round}`;
        await Promise.all([
          does(commands.updateSeries.type, {
            seriesId,
            changes: { title, due: { time: `0${round % 9}:00` } },
          }),
          does(commands.updateSeries.type, {
            seriesId,
            scope: 'this',
            taskId: other,
            changes: { priority: 2 },
          }),
          does(tasks.updateTask.type, {
            taskId: last,
            changes: { recurrence: { rrules: [`FREQ=DAILY;INTERVAL=${(round % 3) + 1}`] } },
          }),
          does(tasks.completeTask.type, { taskId: last }),
          does(round % 2 ? tasks.reopenTask.type : tasks.deleteTask.type, { taskId: first }),
          does(round % 2 ? tasks.restoreTask.type : commands.skipOccurrence.type, { taskId: other }),
          does(tasks.undoTask.type, { taskId: other }),
          does(round % 3 ? commands.resumeSeries.type : commands.pauseSeries.type, { seriesId }),
          people.tick(),
        ]);
      }

      // Postgres breaks a circle after a second of waiting.
      expect(people.failures.splice(0).filter((code) => code === '40P01')).toEqual([]);
      expect(refused.length).toBeLessThan(15 * 8);
      await does(commands.resumeSeries.type, { seriesId });
      await laws.always(user);
      await laws.settled(user);
      await laws.rebuilt(user);
    },
  );
});
