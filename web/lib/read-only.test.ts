import { testDatabase } from '@zerodo/testing/database';
import { until } from '@zerodo/testing/until';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exchange } from './exchange.ts';
import { claimsIn, settings, testIdentity } from './testing/identity.ts';

describe('the identity while its database can only be read', () => {
  const database = testDatabase();
  const identity = testIdentity(database);
  const set = async (statement: string) => {
    const [{ name } = {}] = await database.owner()`select quote_ident(current_database()) as name`;
    await database.owner().unsafe(`alter database ${name} ${statement}`);
    await database.owner()`
      select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'zerodo_web' and datname = current_database()
    `;
    // Each connection finds out by being used.
    const works = () =>
      identity.sql()`select 1`.then(
        () => true,
        () => false,
      );
    await until(async () => (await Promise.all([works(), works(), works()])).every(Boolean));
  };
  const readOnly = () => set('set default_transaction_read_only = on');
  const said = vi.spyOn(console, 'error');
  beforeEach(() => void said.mockImplementation(() => {}));
  afterEach(async () => {
    await set('reset default_transaction_read_only');
    said.mockReset();
  });

  it('tells whoever signs in to come later, and what is the matter', async () => {
    const who = { email: 'signs-in@zerodo.test', password: 'ten chars or more' };
    await identity.signedUp(who.email);
    await readOnly();

    for (const [path, body] of [
      ['/sign-in/email', who],
      ['/sign-in/email', { ...who, password: 'another password' }],
    ] as const) {
      const answer = await identity.post(path, body);
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '30']);
      expect(await answer.json()).toMatchObject({ code: 'DATABASE_READ_ONLY' });
    }
  });

  it('knows who is signed in, though the session is due to be made longer', async () => {
    const { userId, cookie } = await identity.signedUp('old-session@zerodo.test');
    await database.owner()`
      update auth.session set "expiresAt" = now() + interval '3 days', "updatedAt" = now() - interval '4 days'
      where "userId" = ${userId}
    `;
    // The key that tokens are signed with is made with the first of them.
    await exchange(identity.auth(), new Headers({ cookie }), new Date(), settings);
    await database.owner()`
      update auth.session set "expiresAt" = now() + interval '3 days' where "userId" = ${userId}
    `;
    await readOnly();

    const answer = await exchange(identity.auth(), new Headers({ cookie }), new Date(), settings);
    expect(answer.status).toBe(200);
    expect(claimsIn(((await answer.json()) as { token: string }).token).sub).toBe(userId);
  });

  it('turns nobody away who has a token: that cannot be told just now', async () => {
    const { userId } = await identity.signedUp('has-a-token@zerodo.test');
    const { key } = await identity.auth().api.createApiKey({ body: { userId, name: 'Script' } });
    const headers = new Headers({ authorization: `Bearer ${key}` });
    expect((await exchange(identity.auth(), headers, new Date(), settings)).status).toBe(200);
    await readOnly();

    await expect(exchange(identity.auth(), headers, new Date(), settings)).rejects.toThrow('cannot be told');
    const wrong = new Headers({ authorization: `Bearer ${key.slice(0, -4)}aaaa` });
    expect((await exchange(identity.auth(), wrong, new Date(), settings)).status).toBe(401);
  });
});
