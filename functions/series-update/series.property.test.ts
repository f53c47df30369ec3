import { randomUUID } from 'node:crypto';
import * as tasks from '@zerodo/domain/commands';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import * as commands from '@zerodo/domain/series-commands';
import { testDatabase } from '@zerodo/testing/database';
import { inProcess } from '@zerodo/testing/in-process';
import { seriesLaws } from '@zerodo/testing/series-laws';
import { recurrence, type Step, step } from '@zerodo/testing/series-steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuild } from '../../scripts/rebuild/rebuild.ts';
import recurrenceSpawn from '../recurrence-spawn/handle.ts';
import statsRecord from '../stats-record/handle.ts';
import taskComplete from '../task-complete/handle.ts';
import taskCreate from '../task-create/handle.ts';
import taskDelete from '../task-delete/handle.ts';
import taskReopen from '../task-reopen/handle.ts';
import taskUndo from '../task-undo/handle.ts';
import taskUpdate from '../task-update/handle.ts';
import seriesUpdate from './handle.ts';

const at = <T>(one: number, list: readonly T[]): T => list[one % list.length]!;
const due = { date: '2026-11-23', time: '09:00', timezone: 'Europe/Berlin' };

describe('a series, whatever people do with it in whatever order', () => {
  let clock = new Date();
  const database = testDatabase();
  const functions = [
    ...[recurrenceSpawn, seriesUpdate, taskUndo].flat(),
    ...[taskComplete, taskCreate, taskDelete, taskReopen, taskUpdate],
  ];
  const people = inProcess(database, functions, () => clock);
  const statistics = inProcess(database, statsRecord, () => clock);
  const laws = seriesLaws(database);

  /** One person, what was announced to that person, and which completions have not been told of. */
  function begin() {
    const user = randomUUID();
    const told: OutgoingEvent[] = [];
    const waiting: OutgoingEvent[] = [];
    const hear = (events: OutgoingEvent[]) => {
      told.push(...events);
      waiting.push(...events.filter(({ type, recurring }) => recurring && type.endsWith('.completed.v1')));
    };
    const does = async (type: string, data: object) => {
      try {
        hear((await people.command(type, data, user)).events);
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
      }
    };
    return { user, told, waiting, hear, does };
  }

  const { completeTask, createTask, deleteTask, reopenTask, restoreTask, undoTask, updateTask } = tasks;
  const { updateSeries, pauseSeries, resumeSeries, endSeries, skipOccurrence } = commands;

  async function take([what, which, how, changes]: Step, person: ReturnType<typeof begin>) {
    const { user, told, waiting, hear, does } = person;
    const taskId = at(which, await laws.tasksOf(user));
    const seriesId = at(which, await laws.seriesOf(user));
    const steps: Record<string, () => Promise<unknown>> = {
      complete: () => does(completeTask.type, { taskId }),
      reopen: () => does(reopenTask.type, { taskId }),
      delete: () => does(deleteTask.type, { taskId }),
      restore: () => does(restoreTask.type, { taskId }),
      undo: () => does(undoTask.type, { taskId }),
      undoOne: async () =>
        does(undoTask.type, { taskId, eventId: at(how as number, await laws.eventsOf(taskId)) }),
      skip: () => does(skipOccurrence.type, { taskId, to: how }),
      move: () => does(updateTask.type, { taskId, changes: { due: { date: how } } }),
      patch: () => does(updateTask.type, { taskId, changes: how }),
      part: () => does(createTask.type, { title: 'Shoes', parentId: taskId, due }),
      change: async () => {
        const theirs = await laws.seriesOfTask(taskId);
        if (theirs) await does(updateSeries.type, { seriesId: theirs, taskId, scope: how, changes });
      },
      pause: () => does(pauseSeries.type, { seriesId }),
      resume: () => does(resumeSeries.type, { seriesId }),
      end: () => does(endSeries.type, { seriesId }),
      tick: async () => hear(await people.tick()),
      wait: async () => {
        clock = new Date(clock.getTime() + which * 3_600_000);
      },
      deliver: async () => {
        const [event] = waiting.splice(which % Math.max(1, waiting.length), 1);
        if (event) hear(await people.deliver(event));
      },
      again: async () => {
        const event = at(
          which,
          told.filter(({ type }) => type.endsWith('task.completed.v1')),
        );
        if (event) hear(await people.deliver(event, randomUUID()));
      },
    };
    await steps[what]!();
    clock = new Date(clock.getTime() + 1000);
  }

  async function play(rule: object, steps: readonly Step[]) {
    clock = new Date('2026-11-23T07:15:00Z');
    const person = begin();
    const { user, told, waiting, hear, does } = person;
    await does(createTask.type, { title: 'Run', due, recurrence: rule });
    for (const one of steps) {
      await take(one, person);
      await laws.always(user);
    }
    for (const event of waiting.splice(0)) hear(await people.deliver(event));
    hear(await people.tick());
    await laws.always(user);
    await laws.settled(user);
    await laws.rebuilt(user);
    // Each event at another place than its own, and one in three twice.
    const heard = [...told, ...told.filter((_, index) => index % 3 === 0)].reverse();
    for (const event of heard) await statistics.deliver(event, randomUUID());
    await laws.counted(user, () => statistics.tick());
  }

  it('has one open occurrence while it goes on, no slot twice, and is told whole by its events', async () => {
    const steps = fc.array(step, { minLength: 5, maxLength: 20, size: 'max' });
    await fc.assert(fc.asyncProperty(recurrence, steps, play), { numRuns: 15, endOnFailure: false });
    const tables = await rebuild(database.worker());
    expect(tables.flatMap(({ differences }) => differences)).toEqual([]);
  }, 300_000);
});
