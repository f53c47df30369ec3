import { randomUUID } from 'node:crypto';
import { reopen, update } from '@zerodo/domain/changes';
import type { Task } from '@zerodo/domain/task';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { cancelEverybodysReminders, writeReminders } from './reminders.ts';
import { saveTask } from './tasks.ts';
import { transaction } from './transaction.ts';

const now = new Date('2026-11-25T09:00:00Z');
const due = { date: '2026-12-01', time: '10:00', timezone: 'UTC', floating: false };
const before = (minutes: number, fireAt: string) =>
  ({ type: 'before', minutes, state: 'planned', fireAt, sentAt: null }) as const;

describe('the reminders of a task', () => {
  const database = testDatabase();

  /** A task of two people, each with a reminder of their own. */
  async function shared(): Promise<{ task: Task; ada: string; bob: string }> {
    const task = aTask({
      due,
      dueAt: '2026-12-01T10:00:00.000Z',
      reminders: [before(60, '2026-12-01T09:00:00.000Z')],
    });
    const [, ada] = await given(database.owner(), task);
    const bob = randomUUID();
    await database.owner()`insert into project_members values (${task.projectId}, ${bob}, 'editor')`;
    const theirs = { ...task, reminders: [before(30, '2026-12-01T09:30:00.000Z')] };
    await transaction(database.app(), { user: bob }, (tx) => writeReminders(tx, theirs, bob));
    return { task, ada, bob };
  }
  const of = async (task: Task, user: string) => [
    ...(await database.owner()`
      select state, fire_at from reminders where task_id = ${task.id} and user_id = ${user} order by ordinal
    `),
  ];
  const change = (actor: string) => ({ actor, now, eventId: randomUUID(), timezone: 'UTC' });

  it('follow its due date, whoever moves it and whosever they are', async () => {
    const { task, ada, bob } = await shared();
    const [moved] = update(task, { due: { ...due, time: '12:00' } }, change(ada));

    await transaction(database.app(), { user: ada }, (tx) => saveTask(tx, moved, ada, task));

    expect(await of(task, ada)).toEqual([{ state: 'planned', fireAt: new Date('2026-12-01T11:00:00Z') }]);
    expect(await of(task, bob)).toEqual([{ state: 'planned', fireAt: new Date('2026-12-01T11:30:00Z') }]);
  });

  it('are all called off by completion and all come back with reopening', async () => {
    const { task, ada, bob } = await shared();
    const as = { user: ada };
    await transaction(database.app(), as, (tx) => cancelEverybodysReminders(tx, task.id));
    expect(await of(task, bob)).toMatchObject([{ state: 'cancelled' }]);
    const done: Task = { ...task, status: 'completed' };
    const [open] = reopen(done, change(ada));

    await transaction(database.app(), as, (tx) => saveTask(tx, open, ada, done));

    expect(await of(task, bob)).toMatchObject([{ state: 'planned' }]);
  });

  it('move to another project with it', async () => {
    const { task, bob } = await shared();
    const elsewhere = aTask();
    await given(database.owner(), elsewhere);

    await database.owner()`update tasks set project_id = ${elsewhere.projectId} where id = ${task.id}`;

    expect(await database.owner()`select project_id from reminders where user_id = ${bob}`).toMatchObject([
      { projectId: elsewhere.projectId },
    ]);
  });

  it('cannot be attached to a task of somebody else', async () => {
    const { task } = await shared();
    const [mine, me] = await given(database.owner(), aTask());
    const foreign = { ...task, projectId: mine.projectId };

    await expect(
      transaction(database.app(), { user: me }, (tx) => writeReminders(tx, foreign, me)),
    ).rejects.toThrow(/foreign key/);
  });
});
