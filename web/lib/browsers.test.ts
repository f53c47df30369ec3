import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';
import { origin, testIdentity } from './testing/identity.ts';

const directives = (policy: string) =>
  Object.fromEntries(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]));

describe('what a browser is told', () => {
  const http = testIdentity(testDatabase());
  const https = testIdentity(testDatabase(), () => ({
    ZERODO_PUBLIC_URL: 'https://todo.example.test',
    ZERODO_ORIGINS: ['https://todo.example.test'],
  }));
  const credentials = (name: string) => ({
    name,
    email: `${name}@example.test`,
    password: 'ten chars or more',
  });

  it('keeps the session from scripts, from other pages, and off the open net', async () => {
    const secure = await https.post('/sign-up/email', credentials('ada'), {
      from: 'https://todo.example.test',
    });
    const local = await http.post('/sign-up/email', credentials('ada'));

    const flags = (response: Response) =>
      response.headers.getSetCookie().map((one) => one.split('; ').slice(1));
    for (const cookie of flags(secure)) {
      expect(cookie).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']));
      expect(cookie.some((flag) => flag.startsWith('Domain'))).toBe(false);
    }
    expect(secure.headers.getSetCookie()[0]).toMatch(/^__Secure-better-auth\.session_token=/);
    for (const cookie of flags(local)) {
      expect(cookie).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
    }
    expect(secure.headers.get('set-auth-token')).toBeNull();
    expect(JSON.stringify([...secure.headers])).not.toContain('expose');
  });

  it('lets scripts, styles and connections come from here alone, and nobody frame it', () => {
    const policy = directives(contentSecurityPolicy('bm9uY2U='));

    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['script-src']).toEqual(["'self'", "'nonce-bm9uY2U='"]);
    expect(policy['style-src']).toEqual(["'self'", "'nonce-bm9uY2U='"]);
    expect(policy['connect-src']).toEqual(["'self'"]);
    expect(policy['form-action']).toEqual(["'self'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(Object.values(policy).flat().join(' ')).not.toMatch(/unsafe|\*|https?:/);
    expect(securityHeaders).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'same-origin',
    });
  });

  it.each([
    'https://evil.example.org/',
    '//evil.example.org',
    '/\\evil.example.org',
    'https://127.0.0.1:3000.evil.example.org/',
    'javascript:alert(1)',
    'http://127.0.0.1:3000@evil.example.org/',
  ])('leads nobody to %s, whatever an address asks for', async (to) => {
    const { cookie } = await http.signedUp(`${Buffer.from(to).toString('hex')}@example.test`);
    const email = 'nobody@example.test';
    const sent = [
      await http.post('/sign-in/email', { email, password: 'ten chars or more', callbackURL: to }),
      await http.post('/sign-up/email', { ...credentials('new'), callbackURL: to }),
      await http.post('/request-password-reset', { email, redirectTo: to }, { cookie }),
      await http.post('/send-verification-email', { email, callbackURL: to }, { cookie }),
      await http.post('/delete-user', { callbackURL: to, password: 'ten chars or more' }, { cookie }),
    ];
    const query = new URLSearchParams({ callbackURL: to, token: 'x' });
    for (const path of [
      `/verify-email?${query}`,
      `/reset-password/x?${query}`,
      `/delete-user/callback?${query}`,
    ]) {
      sent.push(await http.auth().handler(new Request(`${origin}/api/auth${path}`, { headers: { cookie } })));
    }

    for (const answer of sent) {
      expect(answer.status).not.toBe(200);
      const location = answer.headers.get('location');
      if (location) expect(new URL(location, origin).origin).toBe(origin);
    }
  });

  it('lets no other page read an answer', async () => {
    for (const method of ['OPTIONS', 'GET']) {
      const headers = { origin: 'https://evil.example.org', 'access-control-request-method': 'POST' };
      const answer = await http
        .auth()
        .handler(new Request(`${origin}/api/auth/get-session`, { method, headers }));
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('shows names that turn no words of others around', async () => {
    const { cookie } = await http.signedUp('names@example.test');
    const named = async (name: string) => (await http.post('/update-user', { name }, { cookie })).status;
    const shown = async () =>
      (await http.auth().api.getSession({ headers: new Headers({ cookie }) }))?.user.name;

    expect(await named('Ada\u202e\r\nBcc: x')).toBe(200);
    expect(await shown()).toBe('Ada Bcc: x');
    expect(await named('\u200b\u202e')).toBe(400);
    const hidden = await http.post('/sign-up/email', { ...credentials('hidden'), name: '\u2066' });
    expect([hidden.status, ((await hidden.json()) as { code: string }).code]).toEqual([
      400,
      'NAME_NOT_SHOWN',
    ]);
  });

  it('takes no address of letters that look like others', async () => {
    const answer = await http.post('/sign-up/email', { ...credentials('x'), email: 'аda@example.test' });

    expect(answer.status).toBe(400);
  });
});
