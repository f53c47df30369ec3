import { randomUUID } from 'node:crypto';
import { completeTask } from '@zerodo/domain/commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase, untilBlocked } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskComplete from './handle.ts';

const noon = new Date('2026-11-21T12:00:00Z');

describe('task-complete', () => {
  const database = testDatabase();
  const people = testPeople(database, () => noon);
  const served = testFunction(taskComplete, database, { now: () => noon });
  const complete = (taskId: string, user: string, version?: number) =>
    served.command(completeTask.type, { taskId, ...(version && { version }) }, user);
  const statusOf = async (id: string) =>
    (await database.owner()`select status from tasks where id = ${id}`)[0]?.status;
  const announced = async (id: string) => [
    ...(await database.owner()`select type, data, recurring from events where subject = ${id} order by sequence`),
  ];

  it('completes an open task and announces it', async () => {
    const [task, user] = await given(database.owner(), aTask());

    const { json } = await complete(task.id, user);

    expect(json).toMatchObject({ status: 'completed', version: 2, completedAt: noon.toISOString() });
    expect(await statusOf(task.id)).toBe('completed');
    expect(await announced(task.id)).toEqual([
      {
        type: 'dev.zerodo.task.completed.v1',
        recurring: false,
        data: { task: json, changed: ['status', 'completedAt'], actor: user },
      },
    ]);
  });

  it('says of a task with a rule that it recurs', async () => {
    const user = people.person();
    const task = await people.creates(user, { quickAdd: 'Stretch every day at 7am' });

    await complete(task.id, user);

    expect(await announced(task.id)).toMatchObject([{ recurring: true }, { recurring: true }]);
  });

  it('calls off the reminders of everybody', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'x', due: { date: '2026-12-01', time: '10:00' } });

    const { json } = await complete(task.id, user);

    expect(json.reminders).toMatchObject([{ state: 'cancelled' }]);
    expect(await database.owner()`select state from reminders where task_id = ${task.id}`).toMatchObject([
      { state: 'cancelled' },
    ]);
  });

  it('finds nothing when the task belongs to someone else', async () => {
    const [task] = await given(database.owner(), aTask());

    expect(await complete(task.id, randomUUID())).toMatchObject({
      status: 404,
      json: { code: 'task-not-found' },
    });
    expect(await statusOf(task.id)).toBe('open');
    expect(await announced(task.id)).toHaveLength(0);
  });

  it('changes nothing for someone who may only look', async () => {
    const [task, viewer] = await given(database.owner(), aTask(), 'viewer');

    expect(await complete(task.id, viewer)).toMatchObject({
      status: 403,
      json: { code: 'project-read-only' },
    });
    expect(await statusOf(task.id)).toBe('open');
  });

  it('refuses to complete a task twice', async () => {
    const [task, user] = await given(database.owner(), aTask({ status: 'completed' }));

    expect(await complete(task.id, user)).toMatchObject({
      status: 409,
      json: { code: 'task-already-completed' },
    });
  });

  it('refuses what was decided on an older version', async () => {
    const [task, user] = await given(database.owner(), aTask({ version: 3 }));

    expect(await complete(task.id, user, 2)).toMatchObject({
      status: 412,
      json: { code: 'version-mismatch' },
    });
    expect(await complete(task.id, user, 3)).toMatchObject({ status: 200 });
  });

  it('waits for a command already changing the task, then sees its result', async () => {
    const [task, user] = await given(database.owner(), aTask());
    let second!: ReturnType<typeof complete>;

    await database.owner().begin(async (tx) => {
      await tx`update tasks set status = 'completed' where id = ${task.id}`;
      second = complete(task.id, user);
      await untilBlocked(database.owner());
    });

    expect(await second).toMatchObject({ status: 409 });
  });
});
