import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testGateway } from './testing.ts';

describe('what is not JSON, and who needs no session', async () => {
  const { served, call, seen, state } = await testGateway();
  const id = randomUUID();

  it('answers 304 to whoever knows the version, and lets nobody keep what it answers', async () => {
    const known = await call('GET', `/tasks/${id}`, { headers: { 'if-none-match': 'W/"6", "7"' } });
    const other = await call('GET', `/tasks/${id}`, { headers: { 'if-none-match': '"6"' } });

    expect([known.status, known.json, known.headers.get('etag')]).toEqual([304, null, '"7"']);
    expect([other.status, other.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('passes a file on as it is, kept out of pages', async () => {
    const before = state.answer;
    const type = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="zerodo.csv"',
    };
    state.answer = { status: 200, headers: { ...type, etag: '"a"' }, body: '"csv"' };

    const file = await call('GET', '/export?format=csv');

    expect(seen.at(-1)).toMatchObject({ function: '/task-query/export-tasks', body: { format: 'csv' } });
    expect([file.status, file.json]).toEqual([200, 'csv']);
    for (const [name, value] of Object.entries(type)) expect(file.headers.get(name)).toBe(value);
    expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    state.answer = before;
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

  it('reads a file in the charset that it is in, and refuses one that is in none', async () => {
    const send = (body: Buffer, type: string) =>
      call('POST', '/import', { body: body as never, headers: { 'content-type': type } });
    const words = 'Title\nMüll';

    for (const [body, type] of [
      [Buffer.from(words, 'latin1'), 'text/csv; charset=iso-8859-1'],
      [Buffer.from(`\uFEFF${words}`, 'utf16le'), 'text/csv'],
      [Buffer.from(words), 'text/csv; charset="UTF-8"'],
    ] as const) {
      expect(await send(body, type)).toMatchObject({ status: 200 });
      expect(seen.at(-1)!.body).toEqual({ content: words });
    }
    expect(await send(Buffer.from(words, 'latin1'), 'text/csv')).toMatchObject({
      ...{ status: 422, json: { code: 'import-unreadable' } },
    });
    expect(await send(Buffer.from(words), 'text/csv; charset=klingon')).toMatchObject({ status: 415 });
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

  it('lets anybody follow a link, with nobody’s identity, and limits the address', async () => {
    const follow = (address: string) =>
      call('GET', '/unsubscribe?token=abc', { headers: { cookie: '', 'x-forwarded-for': address } });
    const before = state.exchanges;

    expect(await follow('203.0.113.9')).toMatchObject({ status: 200 });
    expect(seen.at(-1)!.headers.authorization).toBeUndefined();
    expect(state.exchanges).toBe(before);
    const answers = await Promise.all(Array.from({ length: 45 }, () => follow('203.0.113.9')));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect(await follow('203.0.113.10')).toMatchObject({ status: 200 });
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
});
