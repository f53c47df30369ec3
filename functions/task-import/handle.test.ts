import { randomUUID } from 'node:crypto';
import { inboxId } from '@zerodo/domain/ids';
import { importTasks } from '@zerodo/domain/import';
import { limits } from '@zerodo/domain/limits';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskImport from './handle.ts';

const document = (parts: object) =>
  JSON.stringify({
    format: 'zerodo',
    version: 1,
    projects: [{ id: 1, inbox: true, name: 'Inbox' }],
    ...parts,
  });

describe('task-import', () => {
  const database = testDatabase();
  const served = testFunction(taskImport, database, { now: () => new Date('2026-11-25T09:15:00Z') });
  const send = (user: string, data: object, id?: string) =>
    served.command(importTasks.type, data, user, id ? { id } : {});
  const titlesOf = async (user: string) =>
    (await database.owner()`select title from tasks where created_by = ${user} order by created_at, id`).map(
      ({ title }) => title,
    );

  it('puts tasks that name no project into the inbox, which is made with them, and announces each', async () => {
    const user = randomUUID();
    const { status, json } = await send(user, { content: 'Title\nBuy milk\nCall Ada\n' });

    expect([status, json.imported]).toEqual([
      200,
      { tasks: 2, series: 0, projects: 1, labels: 0, filters: 0 },
    ]);
    const tasks = await database.owner()`select project_id from tasks where created_by = ${user}`;
    expect(tasks.map(({ projectId }) => projectId)).toEqual([inboxId(user), inboxId(user)]);
    const events = await database.owner()`
      select type, source from events where user_id = ${user} and type like '%task%' order by sequence
    `;
    expect(events.map(({ type, source }) => [type, source])).toEqual(
      Array(2).fill(['dev.zerodo.task.created.v1', '/zerodo/task-import']),
    );
  });

  it('names each bad row and imports nothing', async () => {
    const user = randomUUID();
    const content = 'Title,Due date\nGood,2026-12-01\n,2026-12-01\n"Two\nlines",\nBad,2026-02-30\n';
    const { status, json } = await send(user, { content });

    expect([status, json.code]).toEqual([422, 'import-row-invalid']);
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['3', '6']);
    expect(json.detail).toMatch(/^Row 3: A task needs a title/);
    expect(await titlesOf(user)).toEqual([]);
  });

  it('takes what it can when asked to, and says what it left out', async () => {
    const user = randomUUID();
    const content = 'Title,Due date\nGood,2026-12-01\n,2026-12-01\n,\nBad,2026-02-30\nAlso good,\n';
    const { status, json } = await send(user, { content, partial: true });

    expect([status, json.imported.tasks, json.skippedCount]).toEqual([200, 2, 2]);
    expect(json.skipped).toMatchObject([
      { row: 3 },
      { row: 5, reason: expect.stringContaining('2026-02-30') },
    ]);
    expect(await titlesOf(user)).toEqual(['Good', 'Also good']);
  });

  it('does the same file with the same key once', async () => {
    const user = randomUUID();
    const id = randomUUID();
    const first = await send(user, { content: 'Title\nOnce\n' }, id);
    const again = await send(user, { content: 'Title\nOnce\n' }, id);

    expect(again.json).toEqual(first.json);
    expect(await titlesOf(user)).toEqual(['Once']);
  });

  it('puts a second file into the projects of the first, but not into one that others belong to', async () => {
    const [ada, bea] = [randomUUID(), randomUUID()];
    const content = 'Title,Project,Section\nOne,Home,Kitchen\nTwo,Shared,\n';
    await send(ada, { content });
    const [shared] =
      await database.owner()`select id from projects where owner_id = ${ada} and name = 'Shared'`;
    await database.owner()`
      insert into project_members ${database.owner()({ projectId: shared!.id, userId: bea, role: 'viewer' })}
    `;

    const { json } = await send(ada, { content: content.replace('Kitchen', 'Garden') });

    expect(json.imported).toMatchObject({ tasks: 2, projects: 1 });
    const projects = await database.owner()`
      select name, sections from projects where owner_id = ${ada} order by created_at, id
    `;
    expect(projects.map(({ name, sections }) => [name, sections])).toEqual([
      ['Home', ['Kitchen', 'Garden']],
      ['Shared', []],
      ['Shared', []],
    ]);
  });

  it.each([
    ['a project of somebody else', { project: randomUUID() }],
    ['a person', { assigneeId: randomUUID() }],
    ['an id', { id: randomUUID() }],
    ['a project id', { projectId: randomUUID() }],
    ['a parent that the file has not', { parent: 7 }],
    ['a series that the file has not', { series: 7 }],
    ['a project that the file has not', { project: 7 }],
    ['itself as its parent', { parent: 1 }],
  ])('takes no task that names %s', async (_, over) => {
    const user = randomUUID();
    const content = document({ tasks: [{ id: 1, project: 1, title: 'Mine', ...over }] });
    const { status, json } = await send(user, { content });

    expect([status, json.code, json.errors[0].path]).toEqual([422, 'import-row-invalid', '1']);
    expect(await titlesOf(user)).toEqual([]);
  });

  it.each([
    ['a rule that is none', { rrules: ['FREQ=SOMETIMES'] }],
    ['a rule that never matches', { rrules: ['FREQ=YEARLY;BYMONTH=2;BYDAY=1MO;BYMONTHDAY=30'] }],
    ['six rules', { rrules: Array(6).fill('FREQ=DAILY') }],
  ])('takes no series with %s, nor its tasks', async (_, over) => {
    const user = randomUUID();
    const due = { date: '2026-12-01', time: null, timezone: 'UTC', floating: false };
    const content = document({
      series: [
        { id: 1, project: 1, title: 'S', dtstart: '2026-12-01', allDay: true, timezone: 'UTC', ...over },
      ],
      tasks: [{ id: 1, project: 1, series: 1, title: 'S', due }],
    });
    const { json } = await send(user, { content, partial: true });

    expect(json.imported).toMatchObject({ tasks: 0, series: 0 });
    expect(json.skipped.map(({ reason }: { reason: string }) => reason.split(':')[0])).toEqual([
      'series',
      'tasks',
    ]);
  });

  it.each([
    ['no JSON', '{"format": ', 'json'],
    ['JSON of something else', '{"format": "other"}', undefined],
    ['a version to come', '{"format": "zerodo", "version": 2}', undefined],
    ['no iCalendar', 'BEGIN:VCALENDAR\nEND', 'ics'],
    [
      'a calendar of events',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR',
      undefined,
    ],
    ['a table without titles', 'a,b\n1,2\n', 'csv'],
    ['nothing', '', undefined],
    ['no Todoist', 'Title\nx\n', 'todoist'],
    ['no Vikunja', '[1]', undefined],
    ['a quote without end', 'Title\n"x\n', undefined],
  ])('refuses %s as unreadable', async (_, content, format) => {
    const { status, json } = await send(randomUUID(), { content, ...(format && { format }) });

    expect([status, json.code]).toEqual([422, 'import-unreadable']);
  });

  it('takes 20,000 tasks and not one more', async () => {
    const content = `Title\n${'x\n'.repeat(limits.importTasks + 1)}`;
    const { status, json } = await send(randomUUID(), { content });

    expect([status, json.code]).toEqual([422, 'import-too-large']);
  });

  it('takes 8 MiB, however much longer they are as JSON, and not one byte more', async () => {
    const quotes = `Title\n"${'"'.repeat(limits.importBytes - 8)}"`;
    expect(Buffer.byteLength(quotes)).toBe(limits.importBytes);

    expect((await send(randomUUID(), { content: quotes })).json.code).toBe('import-row-invalid');
    expect((await send(randomUUID(), { content: `${quotes}x` })).json.code).toBe('invalid-request');
  });

  it('takes the preferences of a file only where none are chosen', async () => {
    const [ada, bea] = [randomUUID(), randomUUID()];
    const content = document({ preferences: { timezone: 'Europe/Berlin', ...usual, weekStart: 'sunday' } });
    await send(bea, { content: 'Title\nx\n' });
    await database.owner()`update preferences set settings = '{"weekStart": "saturday"}' where user_id = ${bea}`;
    for (const user of [ada, bea]) expect((await send(user, { content })).status).toBe(200);

    const rows = await database.owner()`
      select timezone, settings->>'weekStart' as start from preferences where user_id in (${ada}, ${bea}) order by start desc
    `;
    expect(rows.map(({ timezone, start }) => [timezone, start])).toEqual([
      ['Europe/Berlin', 'sunday'],
      ['UTC', 'saturday'],
    ]);
  });
});

const usual = {
  reminders: { timed: [], allDay: [] },
  quietHours: null,
  channels: ['in-app'],
  notices: { dueSoon: false, overdue: false, shared: true },
  digestAt: null,
};
