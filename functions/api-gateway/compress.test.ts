import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { worthCompressing } from './compress.ts';
import { testGateway } from './testing.ts';

describe('a long answer', async () => {
  const { served, state } = await testGateway();
  const items = JSON.stringify({ items: ['Ümläut'.repeat(worthCompressing)] });

  /** As it comes over the wire: fetch would unpack it. */
  const get = (encodings: string | undefined, body: string, etag?: string) => {
    const type = { 'content-type': 'application/json' };
    state.answer = { status: 200, headers: etag ? { ...type, etag } : type, body };
    const headers = { cookie: 'session=a', ...(encodings && { 'accept-encoding': encodings }) };
    return new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      http
        .get(`${served.url()}/api/v1/tasks`, { headers }, async (response) =>
          resolve({ headers: response.headers, body: Buffer.concat(await Array.fromAsync(response)) }),
        )
        .on('error', reject);
    });
  };

  it.each(['gzip', 'br, gzip;q=0.5', '*'])('is packed for whoever says %s', async (encodings) => {
    const { headers, body } = await get(encodings, items);

    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.length).toBeLessThan(items.length / 10);
    expect(gunzipSync(body).toString()).toBe(items);
  });

  it.each([undefined, 'br', 'gzip;q=0', '*, gzip;q=0'])('is left as it is for %s', async (encodings) => {
    const { headers, body } = await get(encodings, items);

    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers.vary).toBe('accept-encoding');
    expect(body.toString()).toBe(items);
  });

  it('is left as it is where it is short, or where its bytes have a tag', async () => {
    for (const { headers } of [await get('gzip', '{"items":[]}'), await get('gzip', items, '"7"')])
      expect(headers).not.toHaveProperty('content-encoding');
  });
});
