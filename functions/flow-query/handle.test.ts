import { randomUUID } from 'node:crypto';
import { createTask } from '@zerodo/domain/commands';
import * as flow from '@zerodo/domain/flow';
import { keepDeadLetter, markReplayed } from '@zerodo/store/dead-letters';
import { transaction } from '@zerodo/store/transaction';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { until } from '@zerodo/testing/until';
import { describe, expect, it } from 'vitest';
import taskCreate from '../task-create/handle.ts';
import flowQuery from './handle.ts';

describe('flow-query', () => {
  const database = testDatabase();
  const asking = testFunction(flowQuery, database);
  const creating = testFunction(taskCreate, database);
  const ask = async (query: string, args: object, scope = 'read write operate') => {
    const token = await asking.issuer.token(randomUUID(), { scope });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return asking.post(headers, JSON.stringify(args), `/${query}`);
  };
  const queries = ['read-flow', 'read-topology', 'list-dead-letters'];

  it.each(queries)('answers %s to nobody but operators', async (query) => {
    for (const scope of ['read write account', 'read', '']) {
      expect(await ask(query, {}, scope)).toMatchObject({ status: 403, json: { code: 'scope-missing' } });
    }
    const stranger = await asking.post({ 'content-type': 'application/json' }, '{}', `/${query}`);
    expect(stranger.status).toBe(401);
  });

  it('tells of an event and of the steps that led to it, and nothing that was written', async () => {
    const id = randomUUID();
    const task = await creating.command(createTask.type, { title: 'Very secret' }, randomUUID(), { id });
    const seen = async () => flow.flow.parse((await ask('read-flow', {})).json);
    await until(async () => (await seen()).steps.some(({ eventId }) => eventId === id));

    const { events, steps, truncated, after, now } = await seen();
    const step = steps.find(({ eventId }) => eventId === id);
    expect(events).toMatchObject([
      {
        type: 'dev.zerodo.task.created.v1',
        function: 'task-create',
        subject: task.json.id,
        causeId: id,
        traceId: step!.traceId,
        topics: expect.arrayContaining(['task-events', 'task-updates']),
        numbered: false,
      },
    ]);
    expect(truncated).toBe(false);
    expect(Date.parse(now)).toBeGreaterThan(Date.parse(after));
    expect(JSON.stringify([events, steps])).not.toContain('secret');

    const later = new Date(Date.parse(now) + 60_000).toISOString();
    expect((await ask('read-flow', { after: later })).json).toMatchObject({ events: [], steps: [] });
  });

  it('knows the functions and topics that the manifests are made from', async () => {
    const { functions, topics } = flow.topology.parse((await ask('read-topology', {})).json);

    const kinds = Object.fromEntries(functions.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({
      'api-gateway': 'edge',
      'task-create': 'command',
      'task-query': 'query',
      'recurrence-spawn': 'reaction',
      'outbox-relay': 'tick',
    });
    expect(topics).toEqual(expect.arrayContaining(['task-events', 'reminders', 'webhooks', 'dead-letters']));
  });

  it('lists dead letters with their reason and without what they say', async () => {
    const sql = database.worker();
    const keep = (id: string) =>
      transaction(sql, { worker: 'test' }, (tx) =>
        keepDeadLetter(
          tx,
          'Trigger/stats-record',
          { attributes: { id, type: 'dev.zerodo.task.created.v1' }, data: '{"title":"Very secret"}' },
          { knativeerrordest: 'http://x', knativeerrorcode: '422', reason: 'invalid-request' },
        ),
      );
    await keep('one');
    await keep('two');
    const list = async (args: object) =>
      flow.deadLetterPage.parse((await ask('list-dead-letters', args)).json);

    const [first, second] = (await list({})).items;
    expect(first).toMatchObject({
      subscription: 'Trigger/stats-record',
      function: 'stats-record',
      eventId: 'one',
      status: 422,
      reason: 'invalid-request',
      resentAt: null,
    });
    expect(JSON.stringify(first)).not.toContain('secret');
    expect((await ask('read-flow', {})).json.deadLetters).toBe(2);

    await transaction(sql, { worker: 'test' }, (tx) => markReplayed(tx, first!.id));
    expect((await list({})).items).toEqual([second]);
    expect((await list({ all: 'true' })).items).toHaveLength(2);

    // All of one transaction failed at the same moment, to the microsecond.
    await database.owner()`
      insert into dead_letters (subscription, reason, attributes, data)
      select 'Trigger/stats-record', '{}', jsonb_build_object('id', n::text), '{}' from generate_series(1, 250) n
    `;
    const page = await list({});
    const rest = await list({ cursor: page.nextCursor });
    expect([page.items.length, rest.items.length, rest.nextCursor]).toEqual([200, 51, null]);
    expect(new Set([...page.items, ...rest.items].map(({ id }) => id)).size).toBe(251);
    expect((await ask('list-dead-letters', { cursor: 'mine' })).json.code).toBe('invalid-request');
  });
});
