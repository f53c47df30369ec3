import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testGateway } from './testing.ts';

describe('api-gateway', async () => {
  const { served, call, seen, state } = await testGateway();
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
    const before = state.exchanges;
    for (let n = 0; n < 3; n++) await call('GET', '/tasks', { session: 'the-same' });

    expect(state.exchanges).toBe(before + 1);
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
      'a page that was made for somebody else',
      401,
      'other-person',
      ['POST', '/tasks', { body: '{"title":"x"}', headers: { 'zerodo-person': randomUUID() } }],
    ],
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
    [
      'a parameter that is there twice',
      422,
      'invalid-request',
      ['GET', '/tasks?status=open&status=completed'],
    ],
    [
      'more values of a parameter than are possible',
      422,
      'invalid-request',
      ['GET', `/tasks?${'priority=1&'.repeat(5)}`],
    ],
    ['a parameter that is none', 422, 'invalid-request', ['GET', `/tasks/${id}?fields=title`]],
    ['a parameter of every object', 422, 'invalid-request', ['GET', '/tasks?__proto__=1']],
    ['a change of the description', 405, 'method-not-allowed', ['POST', '/docs', { body: '{}' }]],
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
    expect(refused.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
    expect(refused.headers.get('ratelimit')).toMatch(/^"default";r=\d+;t=\d+$/);
    expect(seen).toHaveLength(before);
  });

  it('passes a refusal on as it is', async () => {
    const before = state.answer;
    state.answer = {
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"code":"task-not-found"}',
    };

    expect(await call('GET', `/tasks/${id}`)).toMatchObject({
      status: 404,
      json: { code: 'task-not-found' },
    });
    state.answer = before;
  });

  it.each([
    [503, 'text/plain', 503, 'temporarily-unavailable'],
    [504, undefined, 503, 'temporarily-unavailable'],
    // The web has just said who it is: clocks or keys are at odds, and whoever calls need not sign in again.
    [401, 'application/problem+json', 503, 'temporarily-unavailable'],
    [500, 'application/problem+json', 500, 'told-by-the-function'],
  ])('answers a %i of %s with %i %s', async (status, type, told, code) => {
    const before = state.answer;
    const headers = type === undefined ? {} : { 'content-type': type };
    state.answer = { status, headers: headers, body: '{"code":"told-by-the-function"}' };

    const answered = await call('GET', `/tasks/${id}`);

    expect([answered.status, answered.json.code]).toEqual([told, code]);
    expect(answered.headers.get('content-type')).toBe('application/problem+json');
    expect(answered.headers.get('retry-after')).toBe(told === 503 ? '1' : null);
    state.answer = before;
  });

  it('limits an address that tries many credentials, but neither others nor who is known', async () => {
    const from = (address: string, cookie: string) =>
      call('GET', '/tasks', { headers: { cookie, 'x-forwarded-for': `${address}, 10.0.0.1` } });
    await from('203.0.113.1', 'session=known');
    const before = state.exchanges;

    for (let n = 0; n < 20; n++)
      expect(await from('203.0.113.1', `guess=${n}`)).toMatchObject({ status: 401 });
    const limited = await from('203.0.113.1', 'guess=20');

    expect(limited).toMatchObject({ status: 429, json: { code: 'rate-limited' } });
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(state.exchanges).toBe(before + 20);
    expect(await from('203.0.113.1', 'session=known')).toMatchObject({ status: 200 });
    expect(await from('203.0.113.2', 'guess=20')).toMatchObject({ status: 401 });
  });

  it('limits an address that asks for what is not there', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const answers = await Promise.all(
      Array.from({ length: 45 }, (_, n) => call('GET', `/nothing/${n}`, { headers })),
    );

    expect(answers.filter(({ status }) => status === 404)).toHaveLength(40);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('answers HEAD as GET, without the content, also to a page of ours that has no Origin', async () => {
    const head = await call('HEAD', `/tasks/${id}`, { headers: { origin: '' } });
    const docs = await call('HEAD', '/openapi.json');
    const other = await call('OPTIONS', '/tasks');

    expect([head.status, head.json, head.headers.get('etag')]).toEqual([200, null, '"7"']);
    expect(head.headers.get('content-length')).toBe('13');
    expect([docs.status, docs.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST, GET, HEAD']);
  });

  it('refuses bytes that are no text, in place of keeping question marks', async () => {
    const latin = Buffer.from('{"title":"M\xfcll"}', 'latin1') as never;

    expect(await call('POST', '/tasks', { body: latin })).toMatchObject({ status: 400 });
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
