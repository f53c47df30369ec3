import { randomUUID } from 'node:crypto';
import { createTask } from '@zerodo/domain/commands';
import { inboxId } from '@zerodo/domain/ids';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskCreate from './handle.ts';

const now = new Date('2026-11-25T09:15:00Z');

describe('task-create', () => {
  const database = testDatabase();
  const taskFunction = testFunction(taskCreate, database, { now: () => now });
  const create = (data: object, user: string = randomUUID(), id?: string) =>
    taskFunction.command(createTask.type, data, user, id ? { id } : {});
  const tasksOf = (user: string) => database.owner()`select * from tasks where created_by = ${user}`;

  it('creates a task in the inbox, which is made with it', async () => {
    const user = randomUUID();

    const { status, json, headers } = await create({ title: '  Buy milk ' }, user);

    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(json).toMatchObject({
      title: 'Buy milk',
      projectId: inboxId(user),
      status: 'open',
      due: null,
      reminders: [],
    });
    expect(await tasksOf(user)).toHaveLength(1);
  });

  it('announces it in the same transaction', async () => {
    const { json } = await create({ title: 'Buy milk' });

    const events =
      await database.owner()`select type, source, data, log_position from events where subject = ${json.id}`;

    expect(events).toMatchObject([
      {
        type: 'dev.zerodo.task.created.v1',
        source: '/zerodo/task-create',
        logPosition: null,
        data: { task: json },
      },
    ]);
  });

  it('gives a due task the default reminder, and none where none is wanted', async () => {
    const due = { date: '2026-11-27', time: '14:00', timezone: 'Europe/Berlin' };

    expect((await create({ title: 'Dentist', due })).json.reminders).toMatchObject([
      { type: 'before', minutes: 60, state: 'planned', fireAt: '2026-11-27T12:00:00.000Z' },
    ]);
    expect((await create({ title: 'Dentist', due, reminders: [] })).json.reminders).toEqual([]);
  });

  it('never plans a reminder that is past already', async () => {
    const due = { date: '2026-11-25', time: '09:30', timezone: 'UTC' };

    const { json } = await create({ title: 'Now', due, reminders: [{ type: 'before', minutes: 60 }] });

    expect(json.reminders).toMatchObject([{ state: 'past' }]);
  });

  it('understands a line of words and begins its series', async () => {
    const user = randomUUID();

    const { json } = await create(
      { quickAdd: 'Water the plants every 3 days at 9am p2 @home', timezone: 'Europe/Berlin' },
      user,
    );

    expect(json).toMatchObject({
      title: 'Water the plants',
      priority: 2,
      labels: ['home'],
      due: { time: '09:00', timezone: 'Europe/Berlin' },
      recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'schedule', spawn: 'completion' },
    });
    const [series] = await database.owner()`select * from series where created_by = ${user}`;
    expect(series).toMatchObject({ id: json.recurrence.seriesId, title: 'Water the plants', isActive: true });
  });

  it('remembers the zone of the browser', async () => {
    const user = randomUUID();
    await create({ title: 'One', timezone: 'Asia/Tokyo' }, user);

    const { json } = await create({ title: 'Two', due: { date: '2026-12-01', time: '10:00' } }, user);

    expect(json.dueAt).toBe('2026-12-01T01:00:00.000Z');
  });

  it('gives the same answer to the same command and creates one task', async () => {
    const user = randomUUID();
    const id = randomUUID();

    const first = await create({ title: 'Once' }, user, id);
    const again = await create({ title: 'Once' }, user, id);

    expect(again).toMatchObject({ status: first.status, json: first.json });
    expect(await tasksOf(user)).toHaveLength(1);
  });

  it('refuses an id that came before with other content', async () => {
    const user = randomUUID();
    const id = randomUUID();
    await create({ title: 'One' }, user, id);

    const { status, json } = await create({ title: 'Two' }, user, id);

    expect([status, json.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await tasksOf(user)).toHaveLength(1);
  });

  const due = { date: '2026-12-01' };
  it.each([
    ['an empty title', 'empty-title', { title: ' \n' }],
    ['a title of 10,000 characters', 'title-too-long', { title: 'x'.repeat(10_000) }],
    ['notes over 16 KiB', 'notes-too-long', { title: 'x', notes: 'ü'.repeat(9_000) }],
    ['a date in year 0', 'invalid-date', { title: 'x', due: { date: '0000-01-01' } }],
    ['a date in year 10000', 'invalid-date', { title: 'x', due: { date: '10000-01-01' } }],
    ['a date that no calendar has', 'invalid-date', { title: 'x', due: { date: '2026-02-30' } }],
    ['an unknown zone', 'unknown-timezone', { title: 'x', due: { ...due, timezone: 'Mars/Olympus' } }],
    ['an unknown zone of the browser', 'unknown-timezone', { title: 'x', timezone: 'Mars/Olympus' }],
    ['21 labels', 'too-many-labels', { title: 'x', labels: Array.from({ length: 21 }, (_, n) => `l${n}`) }],
    ['an empty label', 'invalid-label', { title: 'x', labels: [''] }],
    [
      '11 reminders',
      'too-many-reminders',
      { title: 'x', due, reminders: Array(11).fill({ type: 'before', minutes: 1 }) },
    ],
    [
      'a rule without a due date',
      'recurrence-needs-due',
      { title: 'x', recurrence: { rrules: ['FREQ=DAILY'] } },
    ],
    [
      'hour 24 in a rule',
      'invalid-recurrence',
      { title: 'x', due, recurrence: { rrules: ['FREQ=DAILY;BYHOUR=24'] } },
    ],
    [
      'the 30th of February',
      'recurrence-never-matches',
      { title: 'x', due, recurrence: { rrules: ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'] } },
    ],
    ['a parent that is not there', 'parent-not-found', { title: 'x', parentId: randomUUID() }],
    ['a title that is no text', 'invalid-request', { title: 7 }],
    ['NUL in a title', 'invalid-request', { title: 'a\0b' }],
    ['half of a surrogate pair in notes', 'invalid-request', { title: 'x', notes: '\ud83d' }],
    ['NUL in a label', 'invalid-request', { title: 'x', labels: ['a\0'] }],
    ['NUL in a line of words', 'invalid-request', { quickAdd: 'Water\0 plants' }],
    [
      'a rule of 2,001 characters',
      'invalid-request',
      { title: 'x', due, recurrence: { rrules: [`FREQ=DAILY;BYHOUR=${'1,'.repeat(991)}1`] } },
    ],
    [
      'notes that are six times as long in JSON',
      'task-too-large',
      { title: 'x', notes: '\u0001'.repeat(10_000) },
    ],
    ['a field that tasks do not have', 'invalid-request', { title: 'x', colour: 'red' }],
  ])('refuses %s with %s and changes nothing', async (_, code, data) => {
    const user = randomUUID();

    const { status, json } = await create(data, user);

    expect([json.code, status]).toEqual([code, 422]);
    expect(await tasksOf(user)).toHaveLength(0);
    expect(await database.owner()`select from preferences where user_id = ${user}`).toHaveLength(0);
  });

  it('puts nothing into a project of somebody else', async () => {
    const { json: theirs } = await create({ title: 'Theirs' });

    const { status, json } = await create({ title: 'Mine', projectId: theirs.projectId });

    expect([status, json.code]).toEqual([404, 'project-not-found']);
  });

  it('refuses an id that a task has, whoever it belongs to', async () => {
    const { json: theirs } = await create({ title: 'Theirs' });

    const { status, json } = await create({ title: 'Mine', id: theirs.id });

    expect([status, json.code]).toEqual([409, 'task-exists']);
  });
});
