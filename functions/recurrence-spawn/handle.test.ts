import { randomUUID } from 'node:crypto';
import { completeTask, deleteTask, reopenTask } from '@zerodo/domain/commands';
import { successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskComplete from '../task-complete/handle.ts';
import taskDelete from '../task-delete/handle.ts';
import taskReopen from '../task-reopen/handle.ts';
import recurrenceSpawn from './handle.ts';

describe('recurrence-spawn', () => {
  let clock = new Date('2026-11-25T09:15:00Z');
  const now = () => clock;
  const database = testDatabase();
  const people = testPeople(database, now);
  const completing = testFunction(taskComplete, database, { now });
  const reopening = testFunction(taskReopen, database, { now });
  const deleting = testFunction(taskDelete, database, { now });
  const spawning = testFunction(recurrenceSpawn, database, { now });

  const complete = (id: string, user: string) => completing.command(completeTask.type, { taskId: id }, user);
  const reopen = (id: string, user: string) => reopening.command(reopenTask.type, { taskId: id }, user);
  /** Delivers the last completion of a task, as its Trigger does. */
  const deliver = async (task: Task, user: string, id?: string) => {
    const [event] = await database.owner()`
      select id, type, data from events
      where subject = ${task.id} and type like '%completed%' order by sequence desc limit 1
    `;
    return spawning.event(event!.type, event!.data, {
      id: id ?? event!.id,
      source: '/zerodo/task-complete',
      userid: user,
    });
  };
  const openOf = (user: string) => database.owner()`
    select id, title, due_date, due_time, due_at from tasks
    where created_by = ${user} and status = 'open' and deleted_at is null order by due_at
  `;
  const aSeries = async (
    user: string,
    recurrence: object = { rrules: ['FREQ=DAILY;INTERVAL=3'] },
    time: string | null = '09:00',
  ) =>
    people.creates(user, {
      title: 'Water the plants',
      notes: 'All of them',
      labels: ['home'],
      priority: 2,
      due: { date: '2026-11-25', time, timezone: 'Europe/Berlin' },
      reminders: [{ type: 'before', minutes: 30 }],
      recurrence,
    });

  it('makes the next occurrence after a completion, from the template, with its reminders', async () => {
    const user = people.person();
    const task = await aSeries(user);
    await complete(task.id, user);

    expect(await deliver(task, user)).toMatchObject({ status: 204, text: '' });

    expect(await openOf(user)).toMatchObject([
      { id: successorId(task.id), title: 'Water the plants', dueDate: '2026-11-28', dueTime: '09:00:00' },
    ]);
    const [event] =
      await database.owner()`select type, data from events where subject = ${successorId(task.id)}`;
    expect(event).toMatchObject({
      type: 'dev.zerodo.task.created.v1',
      data: {
        predecessorId: task.id,
        task: {
          notes: 'All of them',
          labels: ['home'],
          priority: 2,
          reminders: [{ minutes: 30, state: 'planned', fireAt: '2026-11-28T07:30:00.000Z' }],
          recurrence: { seriesId: task.recurrence?.seriesId },
        },
      },
    });
  });

  it('makes one however often it is told', async () => {
    const user = people.person();
    const task = await aSeries(user);
    await complete(task.id, user);

    await Promise.all([deliver(task, user), deliver(task, user), deliver(task, user, randomUUID())]);

    expect(await openOf(user)).toHaveLength(1);
    expect(await database.owner()`select from events where subject = ${successorId(task.id)}`).toHaveLength(
      1,
    );
  });

  it('makes none for a task that was opened again meanwhile', async () => {
    const user = people.person();
    const task = await aSeries(user);
    await complete(task.id, user);
    await reopen(task.id, user);

    await deliver(task, user);

    expect(await openOf(user)).toMatchObject([{ id: task.id }]);
  });

  it('has its successor taken back by reopening, and makes it again at the next completion', async () => {
    const user = people.person();
    const task = await aSeries(user);
    await complete(task.id, user);
    await deliver(task, user);

    await reopen(task.id, user);
    expect(await openOf(user)).toMatchObject([{ id: task.id }]);

    await complete(task.id, user);
    await deliver(task, user);
    expect(await openOf(user)).toMatchObject([{ id: successorId(task.id), dueDate: '2026-11-28' }]);
    const events =
      await database.owner()`select type from events where subject = ${successorId(task.id)} order by sequence`;
    expect(events.map(({ type }) => type.split('.')[3])).toEqual(['created', 'deleted', 'created']);
  });

  it('believes no forged event', async () => {
    const user = people.person();
    const task = await aSeries(user);
    const forged = { task: { ...task, status: 'completed' }, changed: [], actor: user };

    await spawning.event('dev.zerodo.task.completed.v1', forged, { userid: user });

    expect(await openOf(user)).toMatchObject([{ id: task.id }]);
  });

  it('ends the series when its rule has no slot left', async () => {
    const user = people.person();
    const task = await aSeries(user, { rrules: ['FREQ=DAILY;COUNT=1'] });
    await complete(task.id, user);

    await deliver(task, user);

    expect(await openOf(user)).toHaveLength(0);
    const id = task.recurrence!.seriesId;
    expect(await database.owner()`select is_active from series where id = ${id}`).toMatchObject([
      { isActive: false },
    ]);
    expect(
      await database.owner()`select type from events where subject = ${id} order by sequence`,
    ).toMatchObject([{}, { type: 'dev.zerodo.series.ended.v1' }]);
  });

  it('counts from the day it was done in completion mode', async () => {
    const user = people.person();
    const task = await aSeries(user, { rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'completion' });
    clock = new Date('2026-11-27T20:00:00Z');

    await complete(task.id, user);
    await deliver(task, user);
    clock = new Date('2026-11-25T09:15:00Z');

    expect(await openOf(user)).toMatchObject([{ dueDate: '2026-11-30', dueTime: '09:00:00' }]);
  });

  it('makes what is due on schedule, done or not, once, and after an outage the latest', async () => {
    const user = people.person();
    const task = await aSeries(user, { rrules: ['FREQ=DAILY'], spawn: 'schedule' });
    await complete(task.id, user);
    await deliver(task, user);
    expect(await openOf(user)).toHaveLength(0);

    clock = new Date('2026-11-26T08:00:00Z');
    await Promise.all([spawning.tick(), spawning.tick()]);
    expect(await openOf(user)).toMatchObject([{ id: successorId(task.id), dueDate: '2026-11-26' }]);

    clock = new Date('2026-11-30T12:00:00Z');
    await spawning.tick();
    await spawning.tick();
    clock = new Date('2026-11-25T09:15:00Z');
    expect(await openOf(user)).toMatchObject([{ dueDate: '2026-11-26' }, { dueDate: '2026-11-30' }]);
  });

  it('brings up every missed slot where that was asked for', async () => {
    const user = people.person();
    await aSeries(user, { rrules: ['FREQ=DAILY'], spawn: 'schedule', catchUp: 'each' });

    clock = new Date('2026-11-28T12:00:00Z');
    await spawning.tick();
    clock = new Date('2026-11-25T09:15:00Z');

    expect((await openOf(user)).map(({ dueDate }) => dueDate)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
    ]);
  });

  it('goes on with a schedule when one occurrence was postponed, and makes no slot twice', async () => {
    const user = people.person();
    const task = await aSeries(user, { rrules: ['FREQ=DAILY'], spawn: 'schedule', catchUp: 'each' });
    await database.owner()`update tasks set due_date = '2026-12-05', due_at = '2026-12-05T08:00Z' where id = ${task.id}`;

    clock = new Date('2026-11-27T12:00:00Z');
    await spawning.tick();
    await database.owner()`update tasks set due_date = '2026-11-01', due_at = '2026-11-01T08:00Z' where created_by = ${user}`;
    await spawning.tick();
    clock = new Date('2026-11-25T09:15:00Z');

    expect(await openOf(user)).toHaveLength(3);
    const [series] =
      await database.owner()`select is_active, next_due_at from series where created_by = ${user}`;
    expect(series).toEqual({ isActive: true, nextDueAt: new Date('2026-11-28T08:00:00Z') });
  });

  it.each(['latest', 'each'])(
    'makes one of very many missed slots (catch-up %s), the latest',
    async (catchUp) => {
      const user = people.person();
      await people.creates(user, {
        title: 'x',
        due: { date: '1950-01-01', time: '00:00', timezone: 'UTC' },
        recurrence: { rrules: ['FREQ=MINUTELY'], spawn: 'schedule', catchUp },
      });

      await spawning.tick();

      const made = await openOf(user);
      expect(made.map(({ dueAt }) => dueAt)).toEqual([new Date('1950-01-01T00:00:00Z'), clock]);
    },
  );

  it('ends a schedule with its last slot', async () => {
    const user = people.person();
    await aSeries(user, { rrules: ['FREQ=DAILY;COUNT=2'], spawn: 'schedule' });

    clock = new Date('2026-11-26T12:00:00Z');
    await spawning.tick();
    clock = new Date('2026-11-25T09:15:00Z');

    expect(await openOf(user)).toHaveLength(2);
    expect(await database.owner()`select is_active from series where created_by = ${user}`).toMatchObject([
      { isActive: false },
    ]);
  });

  it('lets an occurrence that came by schedule stay when the one before is opened again', async () => {
    const user = people.person();
    const task = await aSeries(user, { rrules: ['FREQ=DAILY'], spawn: 'schedule' });
    await complete(task.id, user);
    clock = new Date('2026-11-26T12:00:00Z');
    await spawning.tick();

    await reopen(task.id, user);
    clock = new Date('2026-11-25T09:15:00Z');

    expect(await openOf(user)).toHaveLength(2);
  });

  it('leaves a successor deleted that somebody deleted, however late an event comes', async () => {
    const user = people.person();
    const task = await aSeries(user);
    await complete(task.id, user);
    await deliver(task, user);
    await deleting.command(deleteTask.type, { taskId: successorId(task.id) }, user);

    await deliver(task, user, randomUUID());

    expect(await openOf(user)).toMatchObject([
      { id: successorId(successorId(task.id)), dueDate: '2026-12-01' },
    ]);
  });

  it('counts completions that were tidied away', async () => {
    const user = people.person();
    const task = await aSeries(user, { rrules: ['FREQ=DAILY;COUNT=2'], mode: 'completion' });
    await complete(task.id, user);
    await deliver(task, user);
    await database.owner()`update tasks set deleted_at = now() where id = ${task.id}`;
    const [second] = await openOf(user);
    await complete(second!.id, user);

    await deliver({ ...task, id: second!.id }, user);

    expect(await openOf(user)).toHaveLength(0);
  });

  it('goes on for whoever of a project completes', async () => {
    const [ada, bob] = [people.person(), people.person()];
    const task = await aSeries(ada);
    await database.owner()`insert into project_members values (${task.projectId}, ${bob}, 'editor')`;
    await complete(task.id, bob);

    expect((await deliver(task, bob)).status).toBe(204);

    expect(await openOf(ada)).toMatchObject([{ id: successorId(task.id) }]);
  });
});
