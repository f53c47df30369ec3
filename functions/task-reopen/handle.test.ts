import { reopenTask, updateTask } from '@zerodo/domain/commands';
import { successorId } from '@zerodo/domain/ids';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase, untilBlocked } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import recurrenceSpawn from '../recurrence-spawn/handle.ts';
import taskComplete from '../task-complete/handle.ts';
import taskUpdate from '../task-update/handle.ts';
import taskReopen from './handle.ts';

describe('task-reopen', () => {
  const database = testDatabase();
  const people = testPeople(database);
  const served = testFunction(taskReopen, database);
  const completing = testFunction(taskComplete, database);
  const updating = testFunction(taskUpdate, database);
  const spawning = testFunction(recurrenceSpawn, database);
  const reopen = (taskId: string, user: string) => served.command(reopenTask.type, { taskId }, user);

  /** A completed occurrence whose successor is there. */
  async function done(user: string) {
    const task = await people.creates(user, { quickAdd: 'Stretch every day at 7am', timezone: 'UTC' });
    await completing.command('dev.zerodo.command.complete-task.v1', { taskId: task.id }, user);
    const [event] =
      await database.owner()`select id, type, data from events where subject = ${task.id} and type like '%completed%'`;
    await spawning.event(event!.type, event!.data, { id: event!.id, userid: user });
    return task;
  }
  const gone = async (id: string) =>
    (await database.owner()`select deleted_at from tasks where id = ${id}`)[0]?.deletedAt !== null;

  it('opens a completed task and plans its reminders again', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'x', due: { date: '2199-01-01', time: '10:00' } });
    await completing.command('dev.zerodo.command.complete-task.v1', { taskId: task.id }, user);

    const { status, json } = await reopen(task.id, user);

    expect(status).toBe(200);
    expect(json).toMatchObject({
      status: 'open',
      completedAt: null,
      version: 3,
      reminders: [{ state: 'planned' }],
    });
  });

  it('takes the untouched successor back', async () => {
    const user = people.person();
    const task = await done(user);

    await reopen(task.id, user);

    expect(await gone(successorId(task.id))).toBe(true);
    const [last] =
      await database.owner()`select type from events where subject = ${successorId(task.id)} order by sequence desc`;
    expect(last?.type).toBe('dev.zerodo.task.deleted.v1');
  });

  it('leaves a successor that somebody has touched', async () => {
    const user = people.person();
    const task = await done(user);
    await updating.command(
      updateTask.type,
      { taskId: successorId(task.id), changes: { title: 'Stretch longer' } },
      user,
    );

    await reopen(task.id, user);

    expect(await gone(successorId(task.id))).toBe(false);
  });

  it('sees a change of the successor that it had to wait for', async () => {
    const user = people.person();
    const task = await done(user);
    const id = successorId(task.id);
    let reopened!: ReturnType<typeof reopen>;

    await database.owner().begin(async (tx) => {
      await tx`update tasks set title = 'Mine', version = 2 where id = ${id}`;
      await tx`
        insert into events (id, type, source, subject, time, user_id, project_id, recurring, shared, cause_id, data)
        select gen_random_uuid(), 'dev.zerodo.task.updated.v1', source, subject, now(), user_id, project_id, recurring, shared, cause_id, data
        from events where subject = ${id} limit 1
      `;
      reopened = reopen(task.id, user);
      await untilBlocked(database.owner());
    });

    expect((await reopened).status).toBe(200);
    expect(await gone(id)).toBe(false);
  });

  it('does not take a reminder for a touch', async () => {
    const user = people.person();
    const task = await done(user);
    const id = successorId(task.id);
    await database.owner()`
      insert into events (id, type, source, subject, time, user_id, project_id, recurring, shared, cause_id, data)
      select gen_random_uuid(), 'dev.zerodo.reminder.due.v1', source, subject, now(), user_id, project_id, recurring, shared, cause_id, data
      from events where subject = ${id} limit 1
    `;

    await reopen(task.id, user);

    expect(await gone(id)).toBe(true);
  });

  it('refuses what is open, and a stranger', async () => {
    const [task, user] = await given(database.owner(), aTask());

    expect(await reopen(task.id, user)).toMatchObject({ status: 409, json: { code: 'task-not-completed' } });
    expect(await reopen(task.id, people.person())).toMatchObject({
      status: 404,
      json: { code: 'task-not-found' },
    });
  });
});
