import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { waitAfter } from './failed-sign-ins.ts';
import { testIdentity } from './testing/identity.ts';

const password = 'ten chars or more';

describe('signing in', () => {
  const identity = testIdentity(testDatabase(), () => ({ ZERODO_SIGN_UP_LIMIT: 100 }));
  const tries = async (email: string, guess: string) => {
    const answer = await identity.post('/sign-in/email', { email, password: guess });
    const { code } = (await answer.json()) as { code?: string };
    return { status: answer.status, code, retryAfter: answer.headers.get('retry-after') };
  };
  const guesses = async (email: string, count: number) => {
    const statuses = [];
    for (let n = 0; n < count; n++) statuses.push((await tries(email, `wrong password ${n}`)).status);
    return statuses;
  };
  const passes = (seconds: number) =>
    identity.sql()`update failed_sign_ins set last_at = last_at - make_interval(secs => ${seconds})`;
  const sessionOf = (cookie: string) => identity.auth().api.getSession({ headers: new Headers({ cookie }) });
  const actsOf = async (userId: string) =>
    (await identity.sql()`select act from acts where "userId" = ${userId} order by id`).map(({ act }) => act);

  it('waits after five wrong passwords, from wherever they come, and then goes on', async () => {
    const { cookie } = await identity.signedUp('guessed@zerodo.test');

    // Each of them from an address of its own.
    expect(await guesses('guessed@zerodo.test', 6)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await tries('Guessed@zerodo.test', password)).toMatchObject({
      status: 429,
      code: 'SIGN_IN_WAITS',
    });
    expect(Number((await tries('guessed@zerodo.test', password)).retryAfter)).toBeLessThanOrEqual(10);
    expect(await sessionOf(cookie)).not.toBeNull();

    await passes(10);
    expect(await tries('guessed@zerodo.test', password)).toMatchObject({ status: 200 });
    expect(await guesses('guessed@zerodo.test', 5)).toEqual([401, 401, 401, 401, 401]);
  });

  it('waits longer and longer, a quarter of an hour at the most', () => {
    expect([0, 4, 5, 6, 7, 100].map(waitAfter)).toEqual([0, 0, 10_000, 20_000, 40_000, 900_000]);
  });

  it('tells nobody whether an address is known', async () => {
    expect(await guesses('nobody@zerodo.test', 6)).toEqual([401, 401, 401, 401, 401, 429]);
    const rows = await identity.sql()<{ row: string }[]>`select f::text as row from failed_sign_ins f`;
    expect(rows.map(({ row }) => row).join()).not.toContain('nobody');
  });

  it('keeps nobody else waiting, and forgets after a day', async () => {
    await guesses('victim@zerodo.test', 6);
    await identity.signedUp('other@zerodo.test');
    expect(await tries('other@zerodo.test', password)).toMatchObject({ status: 200 });

    await passes(25 * 60 * 60);
    await guesses('another@zerodo.test', 1);
    expect(await identity.sql()`select from failed_sign_ins`).toHaveLength(1);
  });

  it('ends every other session when the password changes, whatever the page asks for', async () => {
    const { userId, cookie } = await identity.signedUp('changes@zerodo.test');
    const elsewhere = await identity.post('/sign-in/email', { email: 'changes@zerodo.test', password });
    const other = elsewhere.headers.getSetCookie()[0]!.split(';')[0]!;
    expect(await sessionOf(other)).not.toBeNull();

    const passwords = { currentPassword: password, newPassword: 'another ten chars' };
    const changed = await identity.post(
      '/change-password',
      { ...passwords, revokeOtherSessions: false },
      { cookie },
    );

    expect(changed.status).toBe(200);
    expect([await sessionOf(other), await sessionOf(cookie)]).toEqual([null, null]);
    expect(await sessionOf(changed.headers.getSetCookie()[0]!.split(';')[0]!)).not.toBeNull();
    expect(await actsOf(userId)).toEqual(['signed-in', 'password-changed']);
  });

  it('is written down with what ends it, and nobody may rewrite that', async () => {
    const { userId, cookie } = await identity.signedUp('written@zerodo.test');
    await identity.post('/sign-in/email', { email: 'written@zerodo.test', password });
    await identity.post('/revoke-other-sessions', {}, { cookie });
    await guesses('written@zerodo.test', 1);

    expect(await actsOf(userId)).toEqual(['signed-in', 'sessions-ended']);
    await expect(identity.sql()`update acts set act = 'signed-out'`).rejects.toThrow('permission denied');
    await expect(identity.sql()`delete from acts`).rejects.toThrow('permission denied');
  });
});
