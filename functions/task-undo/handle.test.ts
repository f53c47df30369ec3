import { randomUUID } from 'node:crypto';
import { deleteTask, restoreTask } from '@zerodo/domain/commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskDelete from '../task-delete/handle.ts';
import taskUndo from './handle.ts';

describe('task-undo', () => {
  const database = testDatabase();
  const people = testPeople(database);
  const deleting = testFunction(taskDelete, database);
  const served = testFunction(taskUndo, database);
  const remove = (taskId: string, user: string) => deleting.command(deleteTask.type, { taskId }, user);
  const restore = (taskId: string, user: string) => served.command(restoreTask.type, { taskId }, user);

  it('brings a deleted task back as it was, with its reminders', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Dentist', due: { date: '2199-01-01', time: '10:00' } });
    await remove(task.id, user);

    const { status, json } = await restore(task.id, user);

    expect(status).toBe(200);
    expect(json).toEqual({ ...task, version: 3, updatedAt: json.updatedAt });
    const events =
      await database.owner()`select type from events where subject = ${task.id} order by sequence`;
    expect(events.map(({ type }) => type.split('.')[3])).toEqual(['created', 'deleted', 'restored']);
    expect(await remove(task.id, user)).toMatchObject({ status: 200, json: { version: 4 } });
  });

  it('refuses what is there', async () => {
    const [task, user] = await given(database.owner(), aTask());

    expect(await restore(task.id, user)).toMatchObject({ status: 409, json: { code: 'task-not-deleted' } });
  });

  it('finds nothing of somebody else, and changes nothing for who may only look', async () => {
    const [task, user] = await given(database.owner(), aTask());
    await remove(task.id, user);
    const viewer = randomUUID();
    await database.owner()`insert into project_members values (${task.projectId}, ${viewer}, 'viewer')`;

    expect(await restore(task.id, randomUUID())).toMatchObject({
      status: 404,
      json: { code: 'task-not-found' },
    });
    expect((await restore(task.id, viewer)).status).toBeGreaterThanOrEqual(400);
    const [row] = await database.owner()`select deleted_at from tasks where id = ${task.id}`;
    expect(row?.deletedAt).not.toBeNull();
  });
});
