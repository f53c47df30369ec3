import { randomUUID } from 'node:crypto';
import { completeTask, createTask, reopenTask, undoTask, updateTask } from '@zerodo/domain/commands';
import { successorId } from '@zerodo/domain/ids';
import { Rejected } from '@zerodo/domain/rejected';
import type { Task } from '@zerodo/domain/task';
import { testDatabase } from '@zerodo/testing/database';
import { inProcess } from '@zerodo/testing/in-process';
import { type Seen, SeriesModel } from '@zerodo/testing/series-model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import recurrenceSpawn from '../recurrence-spawn/handle.ts';
import taskComplete from '../task-complete/handle.ts';
import taskCreate from '../task-create/handle.ts';
import taskReopen from '../task-reopen/handle.ts';
import taskUndo from '../task-undo/handle.ts';
import taskUpdate from '../task-update/handle.ts';

const database = testDatabase();
let clock = new Date();
const functions = [
  ...[recurrenceSpawn, taskUndo].flat(),
  ...[taskComplete, taskCreate, taskReopen, taskUpdate],
];
const zerodo = inProcess(database, functions, () => clock);

/** A person with one task. */
class Person {
  readonly id = randomUUID();
  first = '';
  #words = 0;

  async begins(repeats: boolean): Promise<void> {
    const due = { date: '2026-11-23', time: '09:00', timezone: 'Europe/Berlin' };
    const daily = repeats ? { recurrence: { rrules: ['FREQ=DAILY'] } } : {};
    this.first = (await this.asks(createTask.type, { title: 'Run', due, reminders: [], ...daily })).id;
  }

  /** The task of one occurrence, which follows from the first one's. */
  taskId(at: number): string {
    let id = this.first;
    for (let step = 0; step < at; step++) id = successorId(id);
    return id;
  }

  title = () => `Run ${++this.#words}`;

  /** Whatever is announced comes to its reactions twice, the second time under an id of its own. */
  async asks(type: string, data: object): Promise<Task> {
    clock = new Date(clock.getTime() + 1000);
    const { answer, events } = await zerodo.command(type, data, this.id);
    for (const event of events) {
      await zerodo.deliver(event);
      await zerodo.deliver(event, randomUUID());
    }
    return answer as Task;
  }

  async sees(): Promise<Seen[]> {
    const rows = await database.owner()<(Seen & { id: string })[]>`
      select id, title, status from tasks where created_by = ${this.id} and deleted_at is null
    `;
    const byId = new Map(rows.map(({ id, title, status }) => [id, { title, status }]));
    return rows.map((_, at) => byId.get(this.taskId(at))!);
  }

  async version(at: number): Promise<number> {
    const [row] = await database.owner()`select version from tasks where id = ${this.taskId(at)}`;
    return row!.version;
  }
}

/** What both have come to after a step is the same. */
type Step = { may?: (model: SeriesModel, at: number) => boolean; take: Taking };
type Taking = (model: SeriesModel, person: Person, at: number) => Promise<void>;

const statusOf = (model: SeriesModel, at: number) => model.occurrences[at]!.now.status;

/** One of two that ask at once is answered; the other one is refused with `code`. */
async function oneOf(asked: Promise<Task>[], code: string): Promise<Task> {
  const settled = await Promise.allSettled(asked);
  const [won, ...more] = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(more).toEqual([]);
  expect(lost.map((reason) => (reason instanceof Rejected ? reason.code : reason))).toEqual([code]);
  return won!;
}

const steps: Record<string, Step> = {
  completes: {
    may: (model, at) => statusOf(model, at) === 'open',
    async take(model, person, at) {
      await person.asks(completeTask.type, { taskId: person.taskId(at) });
      model.change(at, { status: 'completed' });
    },
  },
  'completes twice at once': {
    may: (model, at) => statusOf(model, at) === 'open',
    async take(model, person, at) {
      const asked = [0, 1].map(() => person.asks(completeTask.type, { taskId: person.taskId(at) }));
      await oneOf(asked, 'task-already-completed');
      model.change(at, { status: 'completed' });
    },
  },
  reopens: {
    may: (model, at) => statusOf(model, at) === 'completed',
    async take(model, person, at) {
      await person.asks(reopenTask.type, { taskId: person.taskId(at) });
      model.change(at, { status: 'open' });
    },
  },
  edits: {
    async take(model, person, at) {
      const title = person.title();
      await person.asks(updateTask.type, { taskId: person.taskId(at), changes: { title } });
      model.change(at, { title });
    },
  },
  'edits twice at once': {
    async take(model, person, at) {
      const edits = [person.title(), person.title()].map((title) =>
        person.asks(updateTask.type, { taskId: person.taskId(at), changes: { title } }),
      );
      const made = (await Promise.all(edits)).sort((one, other) => one.version - other.version);
      expect(made[1]!.version).toBe(made[0]!.version + 1);
      for (const { title } of made) model.change(at, { title });
    },
  },
  'edits one version twice at once': {
    async take(model, person, at) {
      const [taskId, version] = [person.taskId(at), await person.version(at)];
      const edits = [person.title(), person.title()].map((title) =>
        person.asks(updateTask.type, { taskId, version, changes: { title } }),
      );
      model.change(at, { title: (await oneOf(edits, 'version-mismatch')).title });
    },
  },
  undoes: {
    may: (model, at) => model.occurrences[at]!.before !== null,
    async take(model, person, at) {
      await person.asks(undoTask.type, { taskId: person.taskId(at) });
      model.undo(at);
    },
  },
};

/** A step at one of the occurrences that there are by then, as a run that fails names it. */
const stepAt = (name: string) =>
  fc.nat({ max: 5 }).map((which): fc.AsyncCommand<SeriesModel, Person> => {
    const { may = () => true, take } = steps[name]!;
    const of = ({ occurrences }: SeriesModel) => which % occurrences.length;
    return {
      check: (model) => may(model as SeriesModel, of(model as SeriesModel)),
      async run(model, person) {
        await take(model, person, of(model));
        expect(await person.sees()).toEqual(model.occurrences.map(({ now }) => now));
      },
      toString: () => `${name} ${which}`,
    };
  });

it('does with a task or a series what a model of twenty lines does, whatever people complete, open again, edit and undo, also at once', async () => {
  const commands = fc.commands(Object.keys(steps).map(stepAt), { maxCommands: 25, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), commands, async (repeats, taken) => {
      clock = new Date('2026-11-23T07:15:00Z');
      const [model, person] = [new SeriesModel(repeats), new Person()];
      await person.begins(repeats);
      await fc.asyncModelRun(() => ({ model, real: person }), taken);
    }),
    { numRuns: 20, endOnFailure: false },
  );
}, 120_000);
