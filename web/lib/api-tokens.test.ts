import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { type Act, noteAct } from './acts.ts';
import { createToken, deleteToken, listTokens } from './api-tokens.ts';
import { exchange } from './exchange.ts';
import { claimsIn, origin, settings, testIdentity } from './testing/identity.ts';

type Shown = {
  id: string;
  name: string;
  start: string;
  scopes: string[];
  lastUsedAt: string | null;
  token: string;
};

describe('API tokens', () => {
  const identity = testIdentity(testDatabase());
  const note = (userId: string, act: Act) => noteAct(identity.sql(), userId, act);
  const request = (body?: unknown, headers: Record<string, string> = {}) =>
    new Request(`${origin}/api/tokens`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { origin, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const create = async (body: unknown, headers: Record<string, string>) => {
    const response = await createToken(
      identity.auth(),
      request(body, headers),
      settings.ZERODO_ORIGINS,
      note,
    );
    return {
      status: response.status,
      json: (await response.json()) as Shown & { code: string; detail: string },
    };
  };
  const list = async (cookie: string) => {
    const response = await listTokens(identity.auth(), request(undefined, { cookie }));
    return { status: response.status, items: ((await response.json()) as { items: Shown[] }).items };
  };
  const remove = (id: string, headers: Record<string, string>) =>
    deleteToken(identity.auth(), request('', headers), settings.ZERODO_ORIGINS, id, note);
  const exchanged = (token: string) =>
    exchange(identity.auth(), new Headers({ authorization: `Bearer ${token}` }), new Date(), settings);

  it('are made with scopes, shown once, and say in the JWT what they may do', async () => {
    const { userId, cookie } = await identity.signedUp('made@zerodo.test');

    const { status, json } = await create(
      { name: 'Calendar', scopes: ['calendar', 'calendar'], expiresInDays: 30 },
      { cookie },
    );

    expect(status).toBe(201);
    const { token, ...shown } = json;
    expect(token).toMatch(/^zerodo_/);
    expect(shown).toMatchObject({
      name: 'Calendar',
      start: token.slice(0, 11),
      scopes: ['calendar'],
      lastUsedAt: null,
    });
    expect((await list(cookie)).items).toEqual([shown]);
    const { token: jwt } = (await (await exchanged(token)).json()) as { token: string };
    expect(claimsIn(jwt)).toMatchObject({ sub: userId, scope: 'calendar' });
  });

  it('say when they were last used', async () => {
    const { cookie } = await identity.signedUp('used@zerodo.test');
    const { json } = await create({ name: 'CI', scopes: ['read', 'write'] }, { cookie });
    const before = Date.now();

    await exchanged(json.token);

    const [{ lastUsedAt } = {} as Shown] = (await list(cookie)).items;
    expect(Date.parse(lastUsedAt!)).toBeGreaterThanOrEqual(before - 1000);
  });

  it('do nothing any more once they are deleted', async () => {
    const { userId, cookie } = await identity.signedUp('deleted@zerodo.test');
    const { json } = await create({ name: 'CI', scopes: ['read'] }, { cookie });

    expect((await remove(json.id, { cookie })).status).toBe(200);

    expect((await exchanged(json.token)).status).toBe(401);
    expect((await list(cookie)).items).toEqual([]);
    expect((await remove(json.id, { cookie })).status).toBe(404);
    const acts = await identity.sql()`select act from acts where "userId" = ${userId} order by id`;
    expect(acts.map(({ act }) => act)).toEqual(['token-made', 'token-deleted']);
  });

  it('are nobody else’s', async () => {
    const ana = await identity.signedUp('ana-tokens@zerodo.test');
    const ben = await identity.signedUp('ben-tokens@zerodo.test');
    const { json } = await create({ name: 'CI', scopes: ['read'] }, ana);

    expect((await list(ben.cookie)).items).toEqual([]);
    expect((await remove(json.id, ben)).status).toBe(404);
    expect((await exchanged(json.token)).status).toBe(200);
  });

  it('never make, list or delete tokens', async () => {
    const { cookie } = await identity.signedUp('never@zerodo.test');
    const { json } = await create({ name: 'CI', scopes: ['read', 'write'] }, { cookie });

    for (const headers of [{ authorization: `Bearer ${json.token}` }, { 'x-api-key': json.token }]) {
      expect((await create({ name: 'More', scopes: ['write'] }, headers)).status).toBe(401);
      expect((await listTokens(identity.auth(), request(undefined, headers))).status).toBe(401);
      expect((await remove(json.id, headers)).status).toBe(401);
    }
  });

  it('are not made by another page that sends the cookie along', async () => {
    const { cookie } = await identity.signedUp('foreign@zerodo.test');

    for (const from of ['https://evil.test', 'null']) {
      expect(await create({ name: 'CI', scopes: ['read'] }, { cookie, origin: from })).toMatchObject({
        status: 403,
        json: { code: 'foreign-origin' },
      });
    }
  });

  it('are made at one place only', async () => {
    const { cookie } = await identity.signedUp('place@zerodo.test');

    expect((await identity.post('/api-key/create', { name: 'CI' }, { cookie })).status).toBe(404);
  });

  it('are at most fifty', async () => {
    const { userId, cookie } = await identity.signedUp('fifty@zerodo.test');
    await identity.sql()`
      insert into apikey ("configId", "referenceId", name, key, "createdAt", "updatedAt")
      select 'default', ${userId}, n::text, 'hash of ' || n, now(), now() from generate_series(1, 50) n
    `;

    expect(await create({ name: 'one more', scopes: ['read'] }, { cookie })).toMatchObject({
      status: 422,
      json: { code: 'too-many-tokens' },
    });
    expect((await list(cookie)).items).toHaveLength(50);
  });

  it.each([
    ['a scope that is for people alone', { name: 'x', scopes: ['account'] }],
    ['no scope', { name: 'x', scopes: [] }],
    ['no name', { name: ' ', scopes: ['read'] }],
    ['a name of 101 characters', { name: 'x'.repeat(101), scopes: ['read'] }],
    ['an end in more than a year', { name: 'x', scopes: ['read'], expiresInDays: 366 }],
    ['a field that tokens do not have', { name: 'x', scopes: ['read'], remaining: 1 }],
    ['what is no JSON', '{'],
  ])('refuse %s', async (what, body) => {
    const { cookie } = await identity.signedUp(`${what.replaceAll(' ', '-')}@zerodo.test`);

    expect(await create(body, { cookie })).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
  });
});
