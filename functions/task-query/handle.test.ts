import { randomUUID } from 'node:crypto';
import type { Task } from '@zerodo/domain/task';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { beforeAll, describe, expect, it } from 'vitest';
import taskQuery from './handle.ts';

describe('task-query', () => {
  const database = testDatabase();
  const people = testPeople(database);
  const served = testFunction(taskQuery, database);
  const user = people.person();
  const list = (filter: object, who = user) => served.ask('list-tasks', filter, who);
  const titles = async (filter: object) => (await list(filter)).json.items.map(({ title }: Task) => title);
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  let tasks: Record<string, Task>;

  beforeAll(async () => {
    const add = async (data: { title: string }) => [data.title, await people.creates(user, data)] as const;
    tasks = Object.fromEntries([
      await add({ title: 'Yesterday', due: { date: day(-1) }, reminders: [] } as never),
      await add({ title: 'Today', due: { date: day(0) }, priority: 1, labels: ['home'] } as never),
      await add({ title: 'Tomorrow', due: { date: day(1), time: '12:00' } } as never),
      await add({ title: 'Someday 100%', notes: 'buy_milk' } as never),
    ]);
    await database.owner()`
      insert into tasks ${database.owner()({ id: randomUUID(), projectId: tasks.Today!.projectId, createdBy: user, title: 'Done', status: 'completed', completedAt: new Date() })}
    `;
  });

  it('lists what is open by due date, what has none last', async () => {
    expect(await titles({ status: 'open' })).toEqual(['Yesterday', 'Today', 'Tomorrow', 'Someday 100%']);
    expect(await titles({ status: 'completed' })).toEqual(['Done']);
  });

  it.each<[object, string[]]>([
    [{ due: 'overdue' }, ['Yesterday']],
    [{ due: 'today' }, ['Today']],
    [{ due: 'upcoming' }, ['Tomorrow']],
    [{ due: 'none' }, ['Someday 100%']],
    [{ priority: 1 }, ['Today']],
    [{ label: 'home' }, ['Today']],
    [{ q: 'DAY', due: 'today' }, ['Today']],
    [{ q: '100%' }, ['Someday 100%']],
    [{ q: 'buy_milk' }, ['Someday 100%']],
    [{ q: '_' }, ['Someday 100%']],
    [{ project: randomUUID() }, []],
  ])('filters by %j', async (filter, expected) => {
    expect(await titles({ status: 'open', timezone: 'UTC', ...filter })).toEqual(expected);
  });

  it.each(['due', 'created', 'position'])('pages through everything once, sorted by %s', async (sort) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { json } = await list({ sort, limit: 2, ...(cursor && { cursor }) });
      seen.push(...json.items.map(({ id }: Task) => id));
      cursor = json.nextCursor;
    } while (cursor);

    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('refuses a cursor that it never gave, and limits beyond 200', async () => {
    expect(await list({ cursor: 'x' })).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    expect(await list({ limit: 201 })).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    expect(await list({ due: 'today', timezone: 'Mars/Olympus' })).toMatchObject({
      status: 422,
      json: { code: 'unknown-timezone' },
    });
  });

  it.each(['q', 'label'])('refuses NUL and half of a surrogate pair in %s', async (field) => {
    for (const words of ['a\0', '\udc00']) {
      const { status, json } = await list({ [field]: words });
      expect([status, json.code]).toEqual([422, 'invalid-request']);
    }
  });

  it('takes a cursor only for the list and the order that gave it', async () => {
    const taskId = tasks.Today!.id;
    const cursorBy = async (sort: string) => (await list({ sort, limit: 1 })).json.nextCursor;
    const ask = (query: string, args: object) => served.ask(query, args, user);

    const byDue = await cursorBy('due');
    const misused = [
      await list({ sort: 'position', cursor: byDue }),
      await list({ sort: 'created', cursor: byDue }),
      await list({ sort: 'due', cursor: await cursorBy('position') }),
      await ask('read-history', { taskId, cursor: byDue }),
      await ask('list-notifications', { cursor: byDue }),
    ];

    for (const answer of misused) {
      expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    }
    expect(await list({ sort: 'due', cursor: byDue })).toMatchObject({ status: 200 });
  });

  it('reads a task as the command that made it answered', async () => {
    const { json } = await served.ask('read-task', { taskId: tasks.Today!.id }, user);

    expect(json).toEqual(tasks.Today);
  });

  it('tells the history, newest first', async () => {
    const { json } = await served.ask('read-history', { taskId: tasks.Today!.id }, user);

    expect(json).toMatchObject({
      items: [{ type: 'dev.zerodo.task.created.v1', actor: user }],
      nextCursor: null,
    });
  });

  it('shows the notification inbox with the number of unread ones', async () => {
    const { id: taskId, projectId } = tasks.Today!;
    const sql = database.owner();
    for (const minute of [1, 2]) {
      const at = new Date(Date.UTC(2026, 10, 21, 12, minute));
      await sql`
        insert into notifications ${sql({ id: randomUUID(), reminderId: randomUUID(), taskId, projectId, userId: user, kind: 'reminder', channel: 'in-app', state: 'sent', fireAt: at, sentAt: at })}
      `;
    }

    const { json } = await served.ask('list-notifications', { limit: 1 }, user);

    expect(json).toMatchObject({
      items: [{ title: 'Today', fireAt: '2026-11-21T12:02:00.000Z', readAt: null }],
      unread: 2,
    });
    const rest = await served.ask('list-notifications', { cursor: json.nextCursor }, user);
    expect(rest.json).toMatchObject({ items: [{ fireAt: '2026-11-21T12:01:00.000Z' }], nextCursor: null });
  });

  it('tells a stranger nothing', async () => {
    const stranger = randomUUID();
    const taskId = tasks.Today!.id;

    expect((await list({}, stranger)).json).toEqual({ items: [], nextCursor: null });
    for (const query of ['read-task', 'read-history']) {
      expect(await served.ask(query, { taskId }, stranger)).toMatchObject({
        status: 404,
        json: { code: 'task-not-found' },
      });
    }
    expect((await served.ask('list-notifications', {}, stranger)).json).toMatchObject({
      items: [],
      unread: 0,
    });
  });
});
