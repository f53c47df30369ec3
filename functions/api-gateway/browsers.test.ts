import { gzipSync } from 'node:zlib';
import { routes } from '@zerodo/api/routes';
import { describe, expect, it } from 'vitest';
import { testGateway } from './testing.ts';

describe('what a browser or a file could be used for', async () => {
  const { served, call, seen } = await testGateway();
  const elsewhere = { origin: 'https://evil.example.org', 'access-control-request-method': 'POST' };
  const paths = [...new Set(routes.map(({ path }) => path.replaceAll(/\{\w+\}/g, crypto.randomUUID())))];

  it('lets no other page read an answer or ask first whether it may', async () => {
    for (const [at, path] of paths.entries()) {
      const headers = { ...elsewhere, 'x-forwarded-for': `203.0.113.${at}` };
      const response = await fetch(`${served.url()}/api/v1${path}`, { method: 'OPTIONS', headers });
      const names = [...response.headers.keys()];

      expect([path, response.status]).toEqual([path, 405]);
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const read = await call('GET', '/tasks', { headers: { origin: elsewhere.origin } });
    expect([...read.headers.keys()].join()).not.toContain('access-control');
  });

  it('has every answer taken for what it says that it is, and sets no cookie', async () => {
    for (const answer of [
      await call('GET', '/tasks'),
      await call('GET', '/tasks', { headers: { cookie: '' } }),
      await call('GET', '/<script>'),
      await call('GET', '/openapi.json'),
    ]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('unpacks nothing: a small body that would be a large one is refused', async () => {
    const before = seen.length;
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));

    expect(bomb.length).toBeLessThan(128 * 1024);
    for (const [path, type] of [
      ['/tasks', 'application/json'],
      ['/import', 'application/json'],
    ] as const) {
      for (const encoding of ['gzip', 'deflate', 'br', 'gzip, gzip']) {
        const headers = { 'content-type': type, 'content-encoding': encoding };
        const refused = await call('POST', path, { body: bomb.subarray(0, 60_000) as never, headers });
        expect([path, encoding, refused.status]).toEqual([path, encoding, 415]);
      }
    }
    expect(seen).toHaveLength(before);
  });

  it.each(['application/zip', 'application/xml', 'text/xml', 'application/x-yaml', 'multipart/form-data'])(
    'imports no %s, which could refer to itself or to files',
    async (type) => {
      const body = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';

      expect(await call('POST', '/import', { body, headers: { 'content-type': type } })).toMatchObject({
        ...{ status: 415, json: { code: 'unsupported-media-type' } },
      });
    },
  );
});
