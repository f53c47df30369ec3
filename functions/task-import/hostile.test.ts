import { randomUUID } from 'node:crypto';
import { inboxId } from '@zerodo/domain/ids';
import { describe, expect, it } from 'vitest';
import { testImport } from './testing.ts';

describe('a file that means no good, or was made by another program', () => {
  const { database, send } = testImport();
  const document = (parts: object) =>
    JSON.stringify({ format: 'zerodo', version: 1, projects: [{ id: 1, name: 'Home' }], ...parts });
  const task = (id: number, over: object = {}) => ({ id, project: 1, title: `Task ${id}`, ...over });

  it('has one inbox, however many of its projects say that they are it', async () => {
    const user = randomUUID();
    const csv = 'Project,Title\nInbox,One\n,Two\nINBOX,Three\n';
    const json = document({
      projects: [
        { id: 1, inbox: true, name: 'Inbox' },
        { id: 2, inbox: true, name: 'Inbox' },
      ],
      tasks: [task(1), task(2, { project: 2 })],
    });

    expect(await send(user, { content: csv })).toMatchObject({ status: 200 });
    expect(await send(randomUUID(), { content: json })).toMatchObject({ status: 200 });
    const places = await database.owner()`select project_id from tasks where created_by = ${user}`;
    expect(places.map(({ projectId }) => projectId)).toEqual(Array(3).fill(inboxId(user)));
  });

  it.each<[string, object]>([
    ['a part of itself', { tasks: [task(1, { parent: 1 })] }],
    ['parts of each other', { tasks: [task(1, { parent: 2 }), task(2, { parent: 1 })] }],
    ['a project from nowhere', { tasks: [task(1, { project: 7 })] }],
    ['a series from nowhere', { tasks: [task(1, { series: 7 })] }],
    ['a parent from nowhere', { tasks: [task(1, { parent: 7 })] }],
    ['the same number twice', { tasks: [task(1), task(1)] }],
    ['a number beyond all', { tasks: [task(1e300)] }],
    ['a place beyond all', { tasks: [task(1, { position: 1e300 })] }],
    ['a NUL', { tasks: [task(1, { title: 'a\0b' })] }],
    ['half a character', { tasks: [task(1, { notes: '\ud800' })] }],
    ['a title of 501 characters', { tasks: [task(1, { title: 'x'.repeat(501) })] }],
    ['notes of more than 16 KiB', { tasks: [task(1, { notes: 'ü'.repeat(8193) })] }],
    ['21 labels', { tasks: [task(1, { labels: Array.from({ length: 21 }, (_, n) => `l${n}`) })] }],
    ['a label with a NUL', { tasks: [task(1, { labels: ['\0'] })] }],
    [
      'a date that is none',
      { tasks: [task(1, { due: { date: '2026-02-30', time: null, timezone: 'UTC', floating: false } })] },
    ],
    ['a moment in year 1', { tasks: [task(1, { createdAt: '0001-01-01T00:00:00Z' })] }],
    [
      'a field of every object',
      { tasks: [JSON.parse('{"id":1,"project":1,"title":"x","__proto__":{"admin":true}}')] },
    ],
    ['an unknown field', { tasks: [task(1, { admin: true })] }],
    ['a list for a title', { tasks: [task(1, { title: [] })] }],
    [
      'a rule that never comes',
      {
        series: [
          {
            id: 1,
            project: 1,
            title: 'x',
            rrules: ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
            dtstart: '2026-01-01',
            allDay: true,
            timezone: 'UTC',
          },
        ],
      },
    ],
    ['no object', { tasks: ['x'] }],
  ])('names the row of %s and makes nothing', async (_, parts) => {
    const user = randomUUID();
    const { status, json } = await send(user, { content: document(parts) });

    expect([status, json.code]).toEqual([422, 'import-row-invalid']);
    const made = await database.owner()`select id from projects where owner_id = ${user} and not is_inbox`;
    expect(made).toEqual([]);
  });

  it.each<[string, string]>([
    ['lists a million deep', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    [
      'tasks that are deep',
      `{"format":"zerodo","version":1,"tasks":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
    ],
    [
      'a field that is deep',
      document({}).replace('}', `,"x":${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}}`),
    ],
    ['only quotes', '"'.repeat(100_000)],
    ['nothing', ''],
    ['null', 'null'],
    ['[null]', '[null]'],
    ['[[]]', '[[]]'],
    ['lists of lists', '[{"lists":[null]}]'],
    ['no calendar in it', 'BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\n'],
    ['a calendar that ends twice', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n'],
  ])('refuses %s in a sentence', async (_, content) => {
    const { status, json } = await send(randomUUID(), { content });

    expect([status, json.code]).toEqual([422, expect.stringMatching(/^import-/)]);
    expect(json.detail.length).toBeLessThan(500);
  });

  it('leaves out the series of a task that it leaves out', async () => {
    const user = randomUUID();
    const content = 'Id,Parent,Title,Due date,Recurrence\n1,,,,\n2,1,Part,2026-12-01,FREQ=DAILY\n3,,Good,,\n';
    const { status, json } = await send(user, { content, partial: true });

    expect([status, json.imported]).toEqual([
      200,
      { tasks: 1, series: 0, projects: 1, labels: 0, filters: 0 },
    ]);
    expect(json.skipped.map(({ row }: { row: number }) => row)).toEqual([2, 3]);
  });

  it('says once what is wrong with a row, also of a task that recurs', async () => {
    const content = `Title,Due date,Recurrence\n${'x'.repeat(501)},2026-12-01,FREQ=DAILY\n`;
    const { json } = await send(randomUUID(), { content });

    expect(json.errors).toEqual([{ path: '2', message: expect.stringMatching(/^The title has 501/) }]);
  });

  it('counts lines as an editor does, whatever ends them', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const content = ['Title,Due date', '"Two', 'lines",', 'Bad,2026-02-30', ''].join(end);
      const { json } = await send(randomUUID(), { content });

      expect([end, json.errors?.map(({ path }: { path: string }) => path)]).toEqual([end, ['4']]);
    }
  });

  it('puts nothing away into a project that is archived here', async () => {
    const user = randomUUID();
    await send(user, {
      content: document({ projects: [{ id: 1, name: 'Home', archivedAt: '2026-01-01T00:00:00Z' }] }),
    });

    const { json } = await send(user, { content: 'Project,Title\nHome,One\n' });

    expect(json.imported).toMatchObject({ tasks: 1, projects: 1 });
  });
});
