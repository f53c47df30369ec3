import { createPublicKey, type JsonWebKeyInput, verify } from 'node:crypto';
import { testDatabase } from '@zerodo/testing/database';
import { getMigrations } from 'better-auth/db/migration';
import { describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';
import { identityOptions } from './identity.ts';
import { origin, settings, testIdentity } from './testing/identity.ts';

const noon = new Date('2026-11-21T12:00:00Z');
const ana = { name: 'Ana', email: 'ana@zerodo.test', password: 'ten chars or more' };

type Claims = { sub: string; scope: string; exp: number; iat: number; iss: string; aud: string };

describe('identity', () => {
  const identity = testIdentity(testDatabase());
  const { post } = identity;
  const signedUp = async (email: string) => {
    const { userId, cookie } = await identity.signedUp(email);
    return { userId, cookie: new Headers({ cookie }) };
  };

  /** Reads a token as a function does: by the public key that the web publishes. */
  const claimsOf = async (token: string): Promise<Claims> => {
    const [head = '', body = '', signature = ''] = token.split('.');
    const { kid, alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as {
      kid: string;
      alg: string;
    };
    const answer = await identity.auth().handler(new Request(`${origin}/api/auth/jwks`));
    const { keys } = (await answer.json()) as { keys: ({ kid: string } & JsonWebKeyInput['key'])[] };
    const key = createPublicKey({ key: keys.find((each) => each.kid === kid)!, format: 'jwk' });

    expect(alg).toBe('ES256');
    expect(
      verify(
        'sha256',
        Buffer.from(`${head}.${body}`),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
  };

  it('has every table and column that the library wants', async () => {
    const { compileMigrations, schemaProblems } = await getMigrations(
      identityOptions(settings, identity.sql()),
    );

    expect((await compileMigrations()).replaceAll(';', '').trim()).toBe('');
    expect(schemaProblems).toEqual([]);
  });

  it('gives a session a token of two minutes that says who it is', async () => {
    const { userId, cookie } = await signedUp('two-minutes@zerodo.test');

    const response = await exchange(identity.auth(), cookie, noon, settings);
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: string };

    expect(response.status).toBe(200);
    expect(expiresAt).toBe('2026-11-21T12:02:00.000Z');
    expect(await claimsOf(token)).toEqual({
      sub: userId,
      scope: 'read write account',
      email: 'two-minutes@zerodo.test',
      email_verified: false,
      name: 'Ana',
      locale: 'en',
      iat: noon.getTime() / 1000,
      exp: noon.getTime() / 1000 + 120,
      iss: 'zerodo',
      aud: 'zerodo',
    });
  });

  it('gives nobody a token', async () => {
    for (const headers of [
      new Headers(),
      new Headers({ cookie: 'better-auth.session_token=made-up.signature' }),
      new Headers({ authorization: 'Bearer made-up' }),
      new Headers({
        authorization: 'Bearer zerodo_madeupmadeupmadeupmadeupmadeupmadeupmadeupmadeupmadeupmadeupmade',
      }),
    ]) {
      const response = await exchange(identity.auth(), headers, noon, settings);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });

  it('gives an API token what it was allowed and no session', async () => {
    const { userId } = await signedUp('token@zerodo.test');
    const { key } = await identity
      .auth()
      .api.createApiKey({ body: { userId, permissions: { api: ['read'] } } });
    const headers = new Headers({ authorization: `Bearer ${key}` });

    const response = await exchange(identity.auth(), headers, noon, settings);
    const { token } = (await response.json()) as { token: string };

    expect(await claimsOf(token)).toMatchObject({ sub: userId, scope: 'read' });
    expect(await identity.auth().api.getSession({ headers })).toBeNull();
    expect(await identity.auth().api.getSession({ headers: new Headers({ 'x-api-key': key }) })).toBeNull();
  });

  it('keeps an API token that is used often', async () => {
    const { userId } = await signedUp('often@zerodo.test');
    const { key } = await identity.auth().api.createApiKey({ body: { userId } });
    const headers = new Headers({ authorization: `Bearer ${key}` });

    const answers = [];
    for (let use = 0; use < 15; use++)
      answers.push((await exchange(identity.auth(), headers, noon, settings)).status);

    expect(new Set(answers)).toEqual(new Set([200]));
  });

  it('ends what a session may do with the session', async () => {
    const { cookie } = await signedUp('ends@zerodo.test');
    await identity.auth().api.signOut({ headers: cookie });

    expect((await exchange(identity.auth(), cookie, noon, settings)).status).toBe(401);
  });

  it('accepts both names of this machine and no other origin', async () => {
    const { cookie } = await signedUp('origins@zerodo.test');
    const signOut = async (from: string) =>
      (await post('/sign-out', {}, { from, cookie: cookie.get('cookie') ?? '' })).status;

    expect(await signOut('http://evil.test')).toBe(403);
    expect(await signOut('http://127.0.0.1:3001')).toBe(403);
    expect(await signOut('http://localhost:3000')).toBe(200);
  });

  it('refuses a password of nine characters', async () => {
    const response = await post('/sign-up/email', {
      ...ana,
      email: 'short@zerodo.test',
      password: '123456789',
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
  });

  it('slows down who signs up again and again, and nobody else', async () => {
    const join = async (address: string, count: number) =>
      (await post('/sign-up/email', { ...ana, email: `${address}-${count}@zerodo.test` }, { address }))
        .status;

    const statuses = [];
    for (let count = 0; count < 5; count++) statuses.push(await join('192.0.2.1', count));

    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    expect(await join('192.0.2.2', 0)).toBe(200);
  });
});
