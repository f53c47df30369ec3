import { updateTask } from '@zerodo/domain/commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskUpdate from './handle.ts';

const now = new Date('2026-11-25T09:15:00Z');

describe('task-update', () => {
  const database = testDatabase();
  const people = testPeople(database, () => now);
  const served = testFunction(taskUpdate, database, { now: () => now });
  const update = (taskId: string, changes: object, user: string, version?: number) =>
    served.command(updateTask.type, { taskId, changes, ...(version && { version }) }, user);
  const seriesOf = async (id: string) => (await database.owner()`select * from series where id = ${id}`)[0]!;
  const due = { date: '2026-12-01', time: '10:00', timezone: 'Europe/Berlin' };

  it('changes what was sent, leaves the rest, and says what changed', async () => {
    const [task, user] = await given(database.owner(), aTask({ notes: 'With care', priority: 2 }));

    const { json } = await update(task.id, { title: 'Water all plants', labels: ['home', 'home'] }, user);

    expect(json).toMatchObject({
      title: 'Water all plants',
      labels: ['home'],
      notes: 'With care',
      priority: 2,
      version: 2,
    });
    const [event] = await database.owner()`select type, data from events where subject = ${task.id}`;
    expect(event).toMatchObject({
      type: 'dev.zerodo.task.updated.v1',
      data: { changed: ['title', 'labels'], task: json },
    });
  });

  it('moves the reminders with the due date', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Dentist', due });

    const { json } = await update(task.id, { due: { ...due, time: '14:30' } }, user);

    expect(json.reminders).toMatchObject([
      { minutes: 60, state: 'planned', fireAt: '2026-12-01T12:30:00.000Z' },
    ]);
    expect(await database.owner()`select fire_at from reminders where task_id = ${task.id}`).toMatchObject([
      { fireAt: new Date('2026-12-01T12:30:00Z') },
    ]);
  });

  it('takes away what is set to null or to an empty list', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Dentist', due });

    const { json } = await update(task.id, { due: null, reminders: [] }, user);

    expect(json).toMatchObject({ due: null, dueAt: null, reminders: [] });
    expect(await database.owner()`select from reminders where task_id = ${task.id}`).toHaveLength(0);
  });

  it('begins, changes and ends a series', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due });

    const begun = (await update(task.id, { recurrence: { rrules: ['FREQ=MONTHLY'] } }, user)).json;
    expect(begun.recurrence).toMatchObject({ rrules: ['FREQ=MONTHLY'], spawn: 'completion' });
    const { seriesId } = begun.recurrence;
    expect(await seriesOf(seriesId)).toMatchObject({ title: 'Rent', isActive: true });

    const changed = (await update(task.id, { recurrence: { rrules: ['FREQ=WEEKLY'] } }, user)).json;
    expect(changed.recurrence).toMatchObject({ seriesId, rrules: ['FREQ=WEEKLY'] });

    const ended = (await update(task.id, { recurrence: null }, user)).json;
    expect(ended.recurrence).toBeNull();
    expect(await seriesOf(seriesId)).toMatchObject({ isActive: false, nextDueAt: null });
    const types =
      await database.owner()`select type from events where subject = ${seriesId} order by sequence`;
    expect(types.map(({ type }) => type.split('.')[3])).toEqual(['created', 'updated', 'ended']);
  });

  it('does not take the due date from a task that recurs', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=MONTHLY'] } });

    expect(await update(task.id, { due: null }, user)).toMatchObject({
      status: 422,
      json: { code: 'recurrence-needs-due' },
    });
  });

  it('does not make a task a part of itself', async () => {
    const user = people.person();
    const parent = await people.creates(user, { title: 'Move house' });
    const child = await people.creates(user, { title: 'Pack', parentId: parent.id });

    expect(await update(parent.id, { parentId: child.id }, user)).toMatchObject({
      status: 422,
      json: { code: 'parent-not-found' },
    });
  });

  it('changes nothing when one field is wrong', async () => {
    const [task, user] = await given(database.owner(), aTask());

    const { json } = await update(task.id, { title: 'New', due: { date: '2026-13-01' } }, user);

    expect(json.code).toBe('invalid-date');
    expect(await database.owner()`select title from tasks where id = ${task.id}`).toMatchObject([
      { title: task.title },
    ]);
  });

  it('refuses what was decided on an older version, and a stranger altogether', async () => {
    const [task, user] = await given(database.owner(), aTask({ version: 4 }));

    expect(await update(task.id, { title: 'x' }, user, 3)).toMatchObject({ status: 412 });
    expect(await update(task.id, { title: 'x' }, people.person())).toMatchObject({ status: 404 });
  });
});
