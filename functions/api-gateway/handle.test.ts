import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { afterAll, describe, expect, it } from 'vitest';
import apiGateway from './handle.ts';

type Seen = { function: string; headers: IncomingMessage['headers']; body: Record<string, unknown> };

describe('api-gateway', async () => {
  const user = randomUUID();
  const seen: Seen[] = [];
  let exchanges = 0;
  let answer = {
    status: 200,
    headers: { 'content-type': 'application/json', etag: '"7"' },
    body: '{"version":7}',
  };

  /** Outside the gateway's walls: the functions that it calls and the web that knows who calls. */
  const inside = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
    if (request.url === '/api/auth/exchange') {
      exchanges += 1;
      const shown = request.headers.authorization?.replace('Bearer ', '') ?? request.headers.cookie;
      if (!shown?.startsWith('session=')) return response.writeHead(401).end();
      const scope = shown.endsWith('reader')
        ? 'read'
        : shown.endsWith('calendar')
          ? 'calendar'
          : 'read write';
      const claims = Buffer.from(JSON.stringify({ sub: user, scope })).toString('base64url');
      return response.end(
        JSON.stringify({ token: `h.${claims}.s`, expiresAt: new Date(Date.now() + 120_000) }),
      );
    }
    seen.push({ function: request.url!, headers: request.headers, body: body ? JSON.parse(body) : {} });
    return response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  inside.listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const base = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
  afterAll(() => inside.close());

  const served = testFunction(apiGateway, testDatabase(), {
    env: {
      ZERODO_WEB_URL: base,
      ZERODO_FUNCTION_URL: `${base}/{function}`,
      ZERODO_ORIGINS: 'http://zerodo.test',
      ZERODO_RATE_BURST: '40',
      ZERODO_RATE_LIMIT: '1',
    },
  });
  const call = async (
    method: string,
    path: string,
    {
      body,
      headers = {},
      session = randomUUID(),
    }: { body?: string; headers?: Record<string, string>; session?: string } = {},
  ) => {
    const response = await fetch(`${served.url()}/api/v1${path}`, {
      method,
      headers: {
        cookie: `session=${session}`,
        origin: 'http://zerodo.test',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null };
  };
  const id = randomUUID();

  it('sends a command as a CloudEvent, with the Idempotency-Key as its id and a token in place of the cookie', async () => {
    const { status, json, headers } = await call('POST', `/tasks/${id}/complete`, {
      headers: { 'idempotency-key': 'key-1', 'if-match': '"6"' },
    });

    expect([status, json, headers.get('etag')]).toEqual([200, { version: 7 }, '"7"']);
    expect(seen.at(-1)).toMatchObject({
      function: '/task-complete',
      headers: {
        'ce-type': 'dev.zerodo.command.complete-task.v1',
        'ce-id': 'key-1',
        prefer: 'return=representation',
      },
      body: { taskId: id, version: 6 },
    });
    expect(seen.at(-1)!.headers.authorization).toMatch(/^Bearer h\./);
    expect(seen.at(-1)!.headers.cookie).toBeUndefined();
  });

  it('describes itself to anybody', async () => {
    const response = await fetch(`${served.url()}/api/v1/openapi.json`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('asks a query with its checked arguments', async () => {
    await call('GET', '/tasks?status=open&limit=5');

    expect(seen.at(-1)).toMatchObject({
      function: '/task-query/list-tasks',
      body: { status: 'open', limit: 5 },
    });
  });

  it('passes on the trace that the caller is in', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await call('GET', '/tasks', { headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` } });

    expect(seen.at(-1)!.headers.traceparent).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
  });

  it('exchanges a session once and keeps what it got', async () => {
    const before = exchanges;
    for (let n = 0; n < 3; n++) await call('GET', '/tasks', { session: 'the-same' });

    expect(exchanges).toBe(before + 1);
  });

  it('answers 304 to whoever knows the version, and lets nobody keep what it answers', async () => {
    const known = await call('GET', `/tasks/${id}`, { headers: { 'if-none-match': 'W/"6", "7"' } });
    const other = await call('GET', `/tasks/${id}`, { headers: { 'if-none-match': '"6"' } });

    expect([known.status, known.json, known.headers.get('etag')]).toEqual([304, null, '"7"']);
    expect([other.status, other.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('passes a file on as it is, kept out of pages', async () => {
    const before = answer;
    const type = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="zerodo.csv"',
    };
    answer = { status: 200, headers: { ...type, etag: '"a"' } as never, body: '"csv"' };

    const file = await call('GET', '/export?format=csv');

    expect(seen.at(-1)).toMatchObject({ function: '/task-query/export-tasks', body: { format: 'csv' } });
    expect([file.status, file.json]).toEqual([200, 'csv']);
    for (const [name, value] of Object.entries(type)) expect(file.headers.get(name)).toBe(value);
    expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    answer = before;
  });

  it('takes 8 MiB of a file to import, whatever is in it, and not a byte more', async () => {
    const headers = { 'content-type': 'text/csv' };
    const body = 'x'.repeat(8 * 1024 * 1024);

    expect(await call('POST', '/import?partial=true', { body, headers })).toMatchObject({ status: 200 });
    expect(seen.at(-1)!.body).toEqual({ content: body, partial: true });
    expect(await call('POST', '/import', { body: `${body}x`, headers })).toMatchObject({
      ...{ status: 413, json: { code: 'body-too-large' } },
    });
    expect(
      await call('POST', '/import', { body: '{', headers: { 'content-type': 'application/json' } }),
    ).toMatchObject({
      status: 200,
    });
  });

  it('takes the token of a calendar from its address, and from nowhere but there or the header', async () => {
    const read = (path: string, headers: Record<string, string>) => call('GET', path, { headers });
    await read('/calendar.ics?token=session%3Dx-calendar&components=todos', { cookie: '' });
    expect(seen.at(-1)).toMatchObject({
      function: '/task-query/calendar-feed',
      body: { components: 'todos' },
    });
    expect(seen.at(-1)!.headers.authorization).toMatch(/^Bearer h\./);

    expect(await read('/calendar.ics', { cookie: 'session=mine' })).toMatchObject({ status: 401 });
    expect(
      await read('/calendar.ics', { cookie: '', authorization: 'Bearer session=x-calendar' }),
    ).toMatchObject({
      status: 200,
    });
    expect(await read('/calendar.ics?token=a%0Ab', { cookie: '' })).toMatchObject({ status: 401 });
    expect(await read('/tasks', { cookie: '', authorization: 'Bearer session=x-calendar' })).toMatchObject({
      ...{ status: 403, json: { code: 'scope-missing' } },
    });
    expect(await read('/tasks?token=session%3Dmine', { cookie: '' })).toMatchObject({ status: 401 });
  });

  it('shows its description in a page of its own that loads nothing from elsewhere', async () => {
    for (const [path, type] of [
      ['/docs', 'text/html; charset=utf-8'],
      ['/docs/', 'text/html; charset=utf-8'],
      ['/docs/start.js', 'text/javascript; charset=utf-8'],
      ['/docs/swagger-ui.css', 'text/css; charset=utf-8'],
      ['/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
      ['/docs/favicon-32x32.png', 'image/png'],
    ] as const) {
      const response = await fetch(`${served.url()}/api/v1${path}`);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self';/,
      );
      if (type.startsWith('text/html')) expect(await response.text()).not.toMatch(/https?:|<script>/);
    }
    expect(await call('GET', '/docs/../package.json')).toMatchObject({ status: 404 });
  });

  it('takes application/merge-patch+json for PATCH, and only there', async () => {
    const headers = { 'content-type': 'application/merge-patch+json' };

    expect(await call('PATCH', `/tasks/${id}`, { body: '{"title":"x"}', headers })).toMatchObject({
      status: 200,
    });
    expect(await call('POST', '/tasks', { body: '{"title":"x"}', headers })).toMatchObject({ status: 415 });
  });

  it.each<[string, number, string, Parameters<typeof call>]>([
    ['no session', 401, 'unauthenticated', ['GET', '/tasks', { headers: { cookie: '' } }]],
    ['a session that is over', 401, 'unauthenticated', ['GET', '/tasks', { headers: { cookie: 'other=1' } }]],
    [
      'a write from another origin',
      403,
      'foreign-origin',
      ['POST', '/tasks', { body: '{"title":"x"}', headers: { origin: 'http://evil.test' } }],
    ],
    [
      'a write with a token to read',
      403,
      'scope-missing',
      ['POST', '/tasks', { body: '{"title":"x"}', session: 'reader' }],
    ],
    ['a path that is none', 404, 'not-found', ['GET', '/nothing']],
    ['an id that is none', 404, 'not-found', ['GET', '/tasks/7']],
    ['a method that is not there', 405, 'method-not-allowed', ['DELETE', '/tasks']],
    ['a body that is not JSON', 400, 'malformed-json', ['POST', '/tasks', { body: '{' }]],
    [
      'a body of another type',
      415,
      'unsupported-media-type',
      ['POST', '/tasks', { body: 'x', headers: { 'content-type': 'text/plain' } }],
    ],
    [
      'a body over 64 KiB',
      413,
      'body-too-large',
      ['POST', '/tasks', { body: JSON.stringify({ title: 'x'.repeat(65_536) }) }],
    ],
    [
      'a field that is none',
      422,
      'invalid-request',
      ['POST', '/tasks', { body: '{"title":"x","colour":"red"}' }],
    ],
    ['a limit over 200', 422, 'invalid-request', ['GET', '/tasks?limit=201']],
    [
      'an If-Match that is no ETag of ours',
      422,
      'invalid-request',
      ['DELETE', `/tasks/${id}`, { headers: { 'if-match': 'abc' } }],
    ],
    [
      'an Idempotency-Key that is none',
      422,
      'invalid-request',
      ['DELETE', `/tasks/${id}`, { headers: { 'idempotency-key': 'a b' } }],
    ],
  ])('refuses %s with %i %s, and calls nobody', async (_, status, code, request) => {
    const before = seen.length;

    const refused = await call(...request);

    expect([refused.status, refused.json.code]).toEqual([status, code]);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(seen).toHaveLength(before);
  });

  it('passes a refusal on as it is', async () => {
    const before = answer;
    answer = {
      status: 404,
      headers: { 'content-type': 'application/problem+json' } as never,
      body: '{"code":"task-not-found"}',
    };

    expect(await call('GET', `/tasks/${id}`)).toMatchObject({
      status: 404,
      json: { code: 'task-not-found' },
    });
    answer = before;
  });

  it.each([
    [503, 'text/plain', 503, 'temporarily-unavailable'],
    [504, undefined, 503, 'temporarily-unavailable'],
    [500, 'application/problem+json', 500, 'told-by-the-function'],
  ])('answers a %i of %s with %i %s', async (status, type, told, code) => {
    const before = answer;
    const headers = type === undefined ? {} : { 'content-type': type };
    answer = { status, headers: headers as never, body: '{"code":"told-by-the-function"}' };

    const answered = await call('GET', `/tasks/${id}`);

    expect([answered.status, answered.json.code]).toEqual([told, code]);
    expect(answered.headers.get('content-type')).toBe('application/problem+json');
    expect(answered.headers.get('retry-after')).toBe(told === 503 ? '1' : null);
    answer = before;
  });

  it('limits an address that tries many credentials, but neither others nor who is known', async () => {
    const from = (address: string, cookie: string) =>
      call('GET', '/tasks', { headers: { cookie, 'x-forwarded-for': `${address}, 10.0.0.1` } });
    await from('203.0.113.1', 'session=known');
    const before = exchanges;

    for (let n = 0; n < 20; n++)
      expect(await from('203.0.113.1', `guess=${n}`)).toMatchObject({ status: 401 });
    const limited = await from('203.0.113.1', 'guess=20');

    expect(limited).toMatchObject({ status: 429, json: { code: 'rate-limited' } });
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(exchanges).toBe(before + 20);
    expect(await from('203.0.113.1', 'session=known')).toMatchObject({ status: 200 });
    expect(await from('203.0.113.2', 'guess=20')).toMatchObject({ status: 401 });
  });

  it('limits a person who asks too much, and says for how long', async () => {
    const answers = await Promise.all(
      Array.from({ length: 45 }, () => call('GET', '/tasks', { session: 'the-same' })),
    );

    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]).toMatchObject({ json: { code: 'rate-limited' } });
    expect(Number(limited[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(limited[0]!.headers.get('ratelimit-policy')).toBe('"default";q=1;w=60');
  });
});
