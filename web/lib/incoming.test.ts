import { describe, expect, it } from 'vitest';
import { incoming } from './incoming.ts';

const url = 'https://todo.example.test/api/auth/sign-in/email';
const proxies = { ZERODO_TRUSTED_PROXIES: ['198.51.100.0/24'] };
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  incoming(new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit), proxies);
const endless = (chunk: Uint8Array) => {
  let given = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      given += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return { body, given: () => given };
};

describe('a request on its way to the library', () => {
  it('says whose address it is, and not what its sender wrote before it', async () => {
    const headers = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9, 198.51.100.7, 10.0.0.3' };
    const passed = (await post('{}', headers)) as Request;

    expect(passed.headers.get('x-forwarded-for')).toBe('203.0.113.9');
  });

  it('is otherwise as it was', async () => {
    const passed = (await post('{"email":"ö"}', {
      cookie: 'a=b',
      'content-type': 'application/json',
    })) as Request;

    expect([passed.method, passed.url, passed.headers.get('cookie')]).toEqual(['POST', url, 'a=b']);
    expect(await passed.json()).toEqual({ email: 'ö' });
    expect(await incoming(new Request(url), proxies)).toMatchObject({ method: 'GET', url });
  });

  it('is refused when it has more in it than anybody types, however it says so', async () => {
    const { body, given } = endless(new Uint8Array(16 * 1024));

    for (const answer of [await post('x'.repeat(65_537)), await post(body)]) {
      expect((answer as Response).status).toBe(413);
      expect(await (answer as Response).json()).toMatchObject({ code: 'body-too-large' });
    }
    expect(given()).toBeLessThan(200 * 1024);
  });
});
