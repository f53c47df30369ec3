import { deleteTask } from '@zerodo/domain/commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskDelete from './handle.ts';

describe('task-delete', () => {
  const database = testDatabase();
  const served = testFunction(taskDelete, database);
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
});
