import { randomUUID } from 'node:crypto';
import { createTask } from '@zerodo/domain/commands';
import { createFilter, deleteFilter, type FilterQuery, updateFilter } from '@zerodo/domain/filter';
import { limits } from '@zerodo/domain/limits';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskCreate from '../task-create/handle.ts';
import taskQuery from '../task-query/handle.ts';
import settingsUpdate from './handle.ts';

const now = () => new Date('2026-11-25T09:15:00Z');

describe('filters', () => {
  const database = testDatabase();
  const served = testFunction(settingsUpdate, database, { now });
  const queries = testFunction(taskQuery, database, { now });
  const tasks = testFunction(taskCreate, database);
  const create = (user: string, data: object = {}) =>
    served.command(createFilter.type, { name: 'Soon', query: { due: 'overdue' }, ...data }, user);
  const change = (user: string, filterId: string, changes: object, version?: number) =>
    served.command(updateFilter.type, { filterId, changes, ...(version && { version }) }, user);
  const remove = (user: string, filterId: string) => served.command(deleteFilter.type, { filterId }, user);
  const list = async (user: string) => (await queries.ask('list-filters', {}, user)).json.items;
  const eventsOf = (id: string) => database.owner()`
    select type, user_id, data from events where subject = ${id} order by sequence
  `;

  it('keep a question in one form, in the order in which they were made', async () => {
    const user = randomUUID();
    const query = { label: ['b', 'a', 'b'], due: 'none', priority: 1, labelMatch: 'all', q: '  milk ' };

    const { status, json } = await create(user, { color: '#2f80ed', query });
    await create(user, { name: 'Later', query: {} });

    expect([status, json]).toMatchObject([
      201,
      {
        name: 'Soon',
        color: '#2f80ed',
        query: { label: ['a', 'b'], labelMatch: 'all', priority: [1], due: ['none'], q: 'milk' },
        position: 1,
        version: 1,
      },
    ]);
    expect(await list(user)).toMatchObject([json, { name: 'Later', query: {}, position: 2 }]);
    expect(await list(randomUUID())).toEqual([]);
  });

  it('change by a patch, the question as a whole, over nothing that somebody has not seen', async () => {
    const user = randomUUID();
    const { json: made } = await create(user, { query: { due: 'overdue', label: 'home' } });

    const changed = await change(user, made.id, { name: 'Now', query: { due: ['today'] } }, 1);

    expect(changed).toMatchObject({
      status: 200,
      json: { name: 'Now', query: { due: ['today'] }, version: 2 },
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(await change(user, made.id, { name: 'Never' }, 1)).toMatchObject({
      status: 412,
      json: { code: 'version-mismatch' },
    });
    expect((await change(user, made.id, { query: { due: 'today' } })).json.version).toBe(2);
    expect((await change(user, made.id, { color: null, position: -3 })).json).toMatchObject({ position: -3 });
  });

  it('go, and come back with the id that they had', async () => {
    const user = randomUUID();
    const { json: made } = await create(user, { color: '#2f80ed' });

    expect((await remove(user, made.id)).json).toEqual({ id: made.id, deleted: true });
    expect(await list(user)).toEqual([]);
    const { id, name, color, query, position } = made;
    expect((await create(user, { id, name, color, query, position })).json).toMatchObject({
      id,
      position: 1,
    });

    expect(await list(user)).toMatchObject([{ id, name, color }]);
    expect((await eventsOf(id)).map(({ type, userId }) => [type, userId])).toEqual([
      ['dev.zerodo.filter.created.v1', user],
      ['dev.zerodo.filter.deleted.v1', user],
      ['dev.zerodo.filter.created.v1', user],
    ]);
  });

  it('say what changed, to nobody but their person', async () => {
    const user = randomUUID();
    const { json: made } = await create(user);
    await change(user, made.id, { name: 'Now' });

    const [, updated] = await eventsOf(made.id);
    expect(updated!.data).toMatchObject({
      changed: ['name'],
      actor: user,
      filter: { name: 'Now', version: 2 },
    });
    const stranger = randomUUID();
    for (const refused of [change(stranger, made.id, { name: 'Mine' }), remove(stranger, made.id)]) {
      expect(await refused).toMatchObject({ status: 404, json: { code: 'filter-not-found' } });
    }
    expect(await create(stranger, { id: made.id })).toMatchObject({
      status: 409,
      json: { code: 'filter-exists' },
    });
  });

  it('have names that differ', async () => {
    const user = randomUUID();
    await create(user);
    const { json: later } = await create(user, { name: 'Later' });

    expect(await create(user, { name: ' sOON' })).toMatchObject({
      status: 409,
      json: {
        code: 'filter-exists',
        detail: 'You have a filter “Soon” already: choose another name, or change that one.',
      },
    });
    expect((await change(user, later.id, { name: 'SOON' })).json.code).toBe('filter-exists');
    expect((await change(user, later.id, { name: 'LATER' })).status).toBe(200);
    expect((await create(randomUUID())).status).toBe(201);
  });

  it('are a hundred at the most, however many are made at once', async () => {
    const user = randomUUID();
    await create(user);
    await database.owner()`
      insert into filters (id, user_id, name, query, position)
      select gen_random_uuid(), ${user}, 'Filter ' || n, '{}', n from generate_series(3, ${limits.filters}::int) n
    `;

    const made = await Promise.all(['one', 'two', 'three'].map((name) => create(user, { name })));

    expect(made.map(({ status, json }) => json.code ?? status).sort()).toEqual([
      201,
      'too-many-filters',
      'too-many-filters',
    ]);
    expect(await list(user)).toHaveLength(limits.filters);
  });

  it.each([
    { timezone: 'UTC' },
    { limit: 5 },
    { priority: 5 },
    { priority: [] },
    { label: Array.from({ length: 21 }, (_, n) => `${n}`) },
    { dueWithin: 367 },
    { assignee: 'ada' },
    { due: ['someday'] },
  ])('ask nothing like %j', async (query) => {
    expect(await create(randomUUID(), { query })).toMatchObject({
      status: 422,
      json: { code: 'invalid-request' },
    });
  });

  it('find what a list finds that is asked the same', async () => {
    const user = randomUUID();
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    for (const data of [
      { title: 'late', due: { date: day(-2) }, labels: ['a'] },
      { title: 'now', due: { date: day(0) }, labels: ['a', 'b'], priority: 1 },
      { title: 'next', due: { date: day(6) }, labels: ['b'], priority: 2 },
      { title: 'far', due: { date: day(9) }, recurrence: { rrules: ['FREQ=DAILY'] } },
      { title: 'whenever', assigneeId: user, labels: ['c'] },
    ]) {
      expect((await tasks.command(createTask.type, data, user)).status).toBe(201);
    }
    const find = async (query: FilterQuery) => {
      const { json: filter } = await create(user, { name: randomUUID(), query });
      const { json } = await queries.ask('list-tasks', { timezone: 'UTC', ...filter.query }, user);
      return json.items.map(({ title }: { title: string }) => title).join(' ');
    };

    expect(await find({ due: ['overdue', 'none'] })).toBe('late whenever');
    expect(await find({ dueWithin: 6 })).toBe('now next');
    expect(await find({ dueWithin: 5, due: 'overdue' })).toBe('late now');
    expect(await find({ due: ['today', 'upcoming'] })).toBe('now next far');
    expect(await find({ label: ['a', 'c'] })).toBe('late now whenever');
    expect(await find({ label: ['a', 'b'], labelMatch: 'all' })).toBe('now');
    expect(await find({ priority: [1, 2] })).toBe('now next');
    expect(await find({ priority: [2, 4], recurring: 'no' })).toBe('late next whenever');
    expect(await find({ recurring: 'yes' })).toBe('far');
    expect(await find({ assignee: 'me' })).toBe('whenever');
    expect(await find({ assignee: 'nobody', label: 'b' })).toBe('now next');
    expect(await find({ project: [randomUUID(), randomUUID()] })).toBe('');
  });
});
