import { randomUUID } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import { completeTask } from '@zerodo/domain/commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { until } from '@zerodo/testing/until';
import { describe, expect, it } from 'vitest';
import taskComplete from '../../task-complete/handle.ts';
import taskQuery from '../../task-query/handle.ts';

describe('a function over HTTP', () => {
  const database = testDatabase();
  const served = testFunction([taskComplete, ...taskQuery], database);
  const { type } = completeTask;
  const event = (over: Record<string, string> = {}) => ({
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': randomUUID(),
    'ce-source': '/test',
    'ce-type': type,
    ...over,
  });
  const asOwner = async (user: string) => ({ authorization: `Bearer ${await served.issuer.token(user)}` });
  const waiting = { prefer: 'return=representation' };
  const scene = () => given(database.owner(), aTask());
  const statusOf = async (id: string) =>
    (await database.owner()`select status from tasks where id = ${id}`)[0]?.status;

  it('answers a caller that waits with the new state and its version as ETag', async () => {
    const [task, user] = await scene();

    const answer = await served.command(type, { taskId: task.id }, user);

    expect(answer).toMatchObject({ status: 200, json: { id: task.id, status: 'completed', version: 2 } });
    expect(answer.headers.get('etag')).toBe('"2"');
  });

  it('answers a broker with 204 and zero bytes', async () => {
    const [task, user] = await scene();

    const answer = await served.post(event(await asOwner(user)), JSON.stringify({ taskId: task.id }));

    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(await statusOf(task.id)).toBe('completed');
  });

  it('reads structured mode as well', async () => {
    const [task, user] = await scene();
    const structured = {
      specversion: '1.0',
      id: randomUUID(),
      source: '/test',
      type,
      data: { taskId: task.id },
    };

    const answer = await served.post(
      { 'content-type': 'application/cloudevents+json; charset=utf-8', ...waiting, ...(await asOwner(user)) },
      JSON.stringify(structured),
    );

    expect(answer).toMatchObject({ status: 200, json: { status: 'completed' } });
  });

  it('tells a caller of a refusal with a problem and its code, a broker with 204 and zero bytes', async () => {
    const user = randomUUID();
    const nobodys = JSON.stringify({ taskId: randomUUID() });

    const told = await served.post(event({ ...waiting, ...(await asOwner(user)) }), nobodys);
    const broker = await served.post(event(await asOwner(user)), nobodys);

    expect(told).toMatchObject({
      status: 404,
      json: { code: 'task-not-found', status: 404, type: 'urn:zerodo:error:task-not-found' },
    });
    expect(told.headers.get('content-type')).toBe('application/problem+json');
    expect(broker).toMatchObject({ status: 204, text: '' });
  });

  it('handles a message that comes twice once, and gives the same answer', async () => {
    const [task, user] = await scene();
    const id = randomUUID();

    const answers = await Promise.all(
      [1, 2, 3].map(() => served.command(type, { taskId: task.id }, user, { id })),
    );

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await database.owner()`select from events where subject = ${task.id}`).toHaveLength(1);
  });

  const whole = JSON.stringify({ taskId: randomUUID() });
  it.each<[string, Record<string, string>, string, number, string]>([
    [
      'a batch',
      { 'content-type': 'application/cloudevents-batch+json' },
      '[]',
      415,
      'unsupported-media-type',
    ],
    [
      'a type that it does not take',
      event({ 'ce-type': 'dev.zerodo.command.paint-task.v1' }),
      whole,
      422,
      'unexpected-type',
    ],
    ['another content type', event({ 'content-type': 'text/plain' }), whole, 415, 'unsupported-media-type'],
    ['an encoded body', event({ 'content-encoding': 'br' }), whole, 415, 'unsupported-media-type'],
    ['64 KiB and one byte', event(), `"${'x'.repeat(64 * 1024 - 1)}"`, 413, 'body-too-large'],
    ['JSON that is not JSON', event(), '{"taskId":', 400, 'malformed-json'],
    [
      'structured JSON that is not JSON',
      { 'content-type': 'application/cloudevents+json' },
      '{',
      400,
      'malformed-json',
    ],
    ['an event without a source', event({ 'ce-source': '' }), whole, 400, 'not-a-cloudevent'],
    ['an event without an id', event({ 'ce-id': '' }), whole, 400, 'not-a-cloudevent'],
    [
      'another version of the specification',
      event({ 'ce-specversion': '9.9' }),
      whole,
      400,
      'not-a-cloudevent',
    ],
    ['a time that is none', event({ 'ce-time': 'noon' }), whole, 400, 'not-a-cloudevent'],
    ['no event at all', { 'content-type': 'application/json' }, whole, 400, 'not-a-cloudevent'],
  ])('cannot read %s', async (_, headers, body, status, code) => {
    const told = await served.post({ ...headers, ...waiting }, body);
    expect([told.status, told.json.code]).toEqual([status, code]);

    if (!headers['ce-type']) return;
    const broker = await served.post(headers, body);
    expect(broker).toMatchObject({ status: status === 400 ? 400 : 422, text: '' });
    expect(broker.headers.get('kne-reason')).toBe(code);
  });

  it('names each field of a command that is wrong', async () => {
    const answer = await served.command(type, { taskId: 'x', colour: 'red' }, randomUUID());

    expect(answer).toMatchObject({
      status: 422,
      json: { code: 'invalid-request', errors: [{ path: 'taskId' }, {}] },
    });
  });

  it('keeps no more of a body without a length than it may', async () => {
    const chunks = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(16_384)),
    });

    const response = await fetch(served.url(), {
      method: 'POST',
      headers: { ...event(), ...waiting },
      body: chunks,
      duplex: 'half',
    } as RequestInit).catch((error: Error) => error);

    expect(response instanceof Error || response.status === 413).toBe(true);
  });

  it('does nothing with half a body', async () => {
    const [task, user] = await scene();
    const body = JSON.stringify({ taskId: task.id });
    const headers = Object.entries(event(await asOwner(user))).map(([name, value]) => `${name}: ${value}`);
    const { port, hostname } = new URL(served.url());

    await new Promise<void>((closed) => {
      const socket = connectSocket(Number(port), hostname, () => {
        socket.write(
          `POST / HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\ncontent-length: ${body.length + 1}\r\n\r\n${body}`,
        );
        socket.end();
      });
      socket.resume().on('close', () => closed());
    });

    expect(await statusOf(task.id)).toBe('open');
  });

  it.each([
    ['no token', async () => ({})],
    ['no bearer', async () => ({ authorization: 'Basic eA==' })],
    [
      'a forged token',
      async (user: string) => ({ authorization: `Bearer ${await served.issuer.forged(user)}` }),
    ],
    [
      'an expired token',
      async (user: string) => ({ authorization: `Bearer ${await served.issuer.token(user, { exp: 1 })}` }),
    ],
    [
      'a token of another audience',
      async (user: string) => ({ authorization: `Bearer ${await served.issuer.token(user, { aud: 'x' })}` }),
    ],
    [
      'a token of another issuer',
      async (user: string) => ({ authorization: `Bearer ${await served.issuer.token(user, { iss: 'x' })}` }),
    ],
  ])('does not believe %s', async (_, headers) => {
    const [task, user] = await scene();

    const answer = await served.post(
      { ...event(), ...waiting, ...(await headers(user)) },
      JSON.stringify({ taskId: task.id }),
    );

    expect([answer.status, answer.json.code]).toEqual([401, 'unauthenticated']);
    expect(await statusOf(task.id)).toBe('open');
  });

  it('refuses a write with a token that may only read', async () => {
    const [task, user] = await scene();
    const authorization = `Bearer ${await served.issuer.token(user, { scope: 'read' })}`;

    const answer = await served.post(
      { ...event(), ...waiting, authorization },
      JSON.stringify({ taskId: task.id }),
    );

    expect([answer.status, answer.json.code]).toEqual([403, 'scope-missing']);
  });

  it('answers a query, and only one that it has', async () => {
    const [task, user] = await scene();

    expect(await served.ask('read-task', { taskId: task.id }, user)).toMatchObject({
      status: 200,
      json: { id: task.id },
    });
    expect(await served.ask('read-minds', {}, user)).toMatchObject({ status: 400 });
  });

  it('says 503 and when to come back while the database is gone', async () => {
    const [task, user] = await scene();
    const admin = database.owner();
    const [{ name } = {}] = await admin`select current_database() as name`;
    await admin.unsafe(`alter database ${name} connection limit 0`);
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'zerodo_app' and datname = ${name}`;
    try {
      const told = await served.command(type, { taskId: task.id }, user);
      const broker = await served.post(event(await asOwner(user)), JSON.stringify({ taskId: task.id }));

      expect(told).toMatchObject({ status: 503, json: { code: 'temporarily-unavailable' } });
      expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(broker).toMatchObject({ status: 503, text: '' });
    } finally {
      await admin.unsafe(`alter database ${name} connection limit -1`);
    }
    expect(await served.command(type, { taskId: task.id }, user)).toMatchObject({ status: 200 });
  });

  it('reads, and says 503 with a sentence to changes, while the database is read only', async () => {
    const [task, user] = await scene();
    const admin = database.owner();
    const [{ name } = {}] = await admin`select current_database() as name`;
    const reconnect = () =>
      admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'zerodo_app' and datname = ${name}`;
    await admin.unsafe(`alter database ${name} set default_transaction_read_only = on`);
    await reconnect();
    try {
      const told = await served.command(type, { taskId: task.id }, user);
      const broker = await served.post(event(await asOwner(user)), JSON.stringify({ taskId: task.id }));

      expect(told).toMatchObject({
        status: 503,
        json: {
          code: 'database-read-only',
          detail: 'The database can only be read just now, so nothing was changed: send it again later.',
        },
      });
      expect(told.headers.get('retry-after')).toBe('30');
      expect(broker).toMatchObject({ status: 503, text: '' });
      expect(await served.ask('read-task', { taskId: task.id }, user)).toMatchObject({
        status: 200,
        json: { status: 'open' },
      });
    } finally {
      await admin.unsafe(`alter database ${name} reset default_transaction_read_only`);
      await reconnect();
    }
    expect(await served.command(type, { taskId: task.id }, user)).toMatchObject({ status: 200 });
  });

  it('is healthy, and takes nothing but POST otherwise', async () => {
    const health = await Promise.all(
      ['/healthz/live', '/healthz/ready', '/healthz/else'].map(
        async (path) => (await fetch(served.url() + path)).status,
      ),
    );

    expect(health).toEqual([200, 200, 404]);
    expect((await fetch(served.url())).status).toBe(405);
  });

  it('leaves no connection waiting in a transaction', async () => {
    await until(async () => {
      const open = await database.owner()`
        select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
      `;
      return open.length === 0;
    });
  });
});
