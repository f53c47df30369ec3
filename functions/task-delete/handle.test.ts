import { deleteTask } from '@zerodo/domain/commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { testSeries } from '@zerodo/testing/series';
import { describe, expect, it } from 'vitest';
import taskDelete from './handle.ts';

describe('task-delete', () => {
  const database = testDatabase();
  const served = testFunction(taskDelete, database);
  const people = testPeople(database);
  const on = testSeries(database, () => new Date());
  const remove = (taskId: string, user: string) => served.command(deleteTask.type, { taskId }, user);

  it('deletes a task, announces it and keeps its history', async () => {
    const [task, user] = await given(database.owner(), aTask());

    expect(await remove(task.id, user)).toMatchObject({ status: 200, json: { id: task.id, version: 2 } });

    const [row] = await database.owner()`select deleted_at from tasks where id = ${task.id}`;
    expect(row?.deletedAt).not.toBeNull();
    expect(await database.owner()`select type from events where subject = ${task.id}`).toMatchObject([
      { type: 'dev.zerodo.task.deleted.v1' },
    ]);
  });

  it('finds a deleted task no more', async () => {
    const [task, user] = await given(database.owner(), aTask());
    await remove(task.id, user);

    expect(await remove(task.id, user)).toMatchObject({ status: 404, json: { code: 'task-not-found' } });
  });

  it('calls off its reminders', async () => {
    const reminder = {
      type: 'before',
      minutes: 5,
      state: 'planned',
      fireAt: '2030-01-01T00:00:00.000Z',
      sentAt: null,
    } as const;
    const [task, user] = await given(database.owner(), aTask({ reminders: [reminder] }));

    await remove(task.id, user);

    expect(await database.owner()`select state from reminders where task_id = ${task.id}`).toMatchObject([
      { state: 'cancelled' },
    ]);
  });

  it('takes its subtasks along, and restoring brings back those that went with it', async () => {
    const user = people.person();
    const parent = await people.creates(user, { title: 'Move house' });
    const child = await people.creates(user, { title: 'Pack', parentId: parent.id });
    const grandchild = await people.creates(user, { title: 'Books', parentId: child.id });
    const gone = await people.creates(user, { title: 'Van', parentId: parent.id });
    await remove(gone.id, user);
    await remove(parent.id, user);
    const there = async () => (await on.open(user)).map(({ title }) => title).sort();
    expect(await there()).toEqual([]);

    await on.restore(user, parent.id);

    expect(await there()).toEqual(['Books', 'Move house', 'Pack']);
    expect(await on.events(grandchild.id)).toEqual(['created', 'deleted', 'restored']);
  });
});
