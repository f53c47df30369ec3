import { randomUUID } from 'node:crypto';
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
    served.command(updateTask.type, { taskId, changes, ...(version !== undefined && { version }) }, user);
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

  it('does not make a task a part of itself', async () => {
    const user = people.person();
    const parent = await people.creates(user, { title: 'Move house' });
    const child = await people.creates(user, { title: 'Pack', parentId: parent.id });

    expect(await update(parent.id, { parentId: child.id }, user)).toMatchObject({
      status: 422,
      json: { code: 'parent-not-found' },
    });
  });

  it('moves a subtask out of its parent, and its own parts with it', async () => {
    const user = people.person();
    const parent = await people.creates(user, { title: 'Move house' });
    const child = await people.creates(user, { title: 'Pack', parentId: parent.id });
    const grandchild = await people.creates(user, { title: 'Books', parentId: child.id });
    const projectId = randomUUID();
    const sql = database.owner();
    await sql`insert into projects (id, owner_id, name) values (${projectId}, ${user}, 'House')`;
    await sql`insert into project_members values (${projectId}, ${user}, 'owner')`;

    expect((await update(child.id, { projectId }, user)).json).toMatchObject({ projectId, parentId: null });

    expect(await sql`select project_id, parent_id from tasks where id = ${grandchild.id}`).toMatchObject([
      { projectId, parentId: child.id },
    ]);
  });

  it('changes nothing when one field is wrong', async () => {
    const [task, user] = await given(database.owner(), aTask());

    const { json } = await update(task.id, { title: 'New', due: { date: '2026-13-01' } }, user);

    expect(json.code).toBe('invalid-date');
    expect(await database.owner()`select title from tasks where id = ${task.id}`).toMatchObject([
      { title: task.title },
    ]);
  });

  it.each<[string, object, object]>([
    ['a date', { date: '2026-12-24' }, { date: '2026-12-24', time: '10:00', timezone: 'Europe/Berlin' }],
    ['a time', { time: '11:15' }, { date: '2026-12-01', time: '11:15', timezone: 'Europe/Berlin' }],
    ['no time', { time: null }, { date: '2026-12-01', time: null, timezone: 'Europe/Berlin' }],
    ['no zone', { timezone: null }, { date: '2026-12-01', time: '10:00', timezone: 'UTC' }],
  ])('keeps of the due date what a patch with %s does not name', async (_, patch, expected) => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Dentist', due });

    const { json } = await update(task.id, { due: patch }, user);

    expect(json).toMatchObject({ due: { ...expected, floating: false }, version: 2 });
  });

  it('gives what is usual in place of null', async () => {
    const user = people.person();
    const full = { title: 'Dentist', notes: 'Bring x-rays', priority: 1, labels: ['health'], due };
    const task = await people.creates(user, full);

    const { json } = await update(
      task.id,
      { notes: null, priority: null, labels: null, reminders: null },
      user,
    );

    expect(json).toMatchObject({ title: 'Dentist', notes: '', priority: 4, labels: [], reminders: [] });
  });

  it.each([
    ['a time without a date', { due: { time: '10:00' } }],
    ['no date', { due: { date: null } }],
    ['a recurrence without a rule', { recurrence: { mode: 'completion' } }],
    ['no title', { title: null }],
    ['NUL in a title', { title: 'a\0b' }],
    ['half of a surrogate pair in notes', { notes: '\ud83d' }],
    ['NUL in a label', { labels: ['a\0'] }],
  ])('refuses %s', async (_, changes) => {
    const [task, user] = await given(database.owner(), aTask());

    expect(await update(task.id, changes, user)).toMatchObject({
      status: 422,
      json: { code: 'invalid-request' },
    });
  });

  it('neither counts nor announces what changes nothing', async () => {
    const user = people.person();
    const rule = { rrules: ['FREQ=MONTHLY'] };
    const task = await people.creates(user, { title: 'Rent', due, recurrence: rule });
    const eventsBefore = await database.owner()`select from events`;

    for (const changes of [
      {},
      { title: ' Rent ', notes: null, due: {}, recurrence: {} },
      { due: { ...due, time: '10:00:00' }, reminders: [{ type: 'before', minutes: 60 }], recurrence: rule },
    ]) {
      expect(await update(task.id, changes, user)).toMatchObject({ status: 200, json: task });
    }

    expect(await database.owner()`select from events`).toHaveLength(eventsBefore.length);
    expect(await seriesOf(task.recurrence!.seriesId)).toMatchObject({ version: 1 });
  });

  it('refuses a task that no event could hold, though each field is within its limit', async () => {
    const [task, user] = await given(database.owner(), aTask());

    expect(await update(task.id, { notes: '\u0001'.repeat(10_000) }, user)).toMatchObject({
      status: 422,
      json: { code: 'task-too-large' },
    });
  });

  it('refuses what was decided on an older version, and a stranger altogether', async () => {
    const [task, user] = await given(database.owner(), aTask({ version: 4 }));

    expect(await update(task.id, { title: 'x' }, user, 3)).toMatchObject({ status: 412 });
    expect(await update(task.id, {}, user, 0)).toMatchObject({ status: 412 });
    expect(await update(task.id, { title: 'x' }, people.person())).toMatchObject({ status: 404 });
  });
});
