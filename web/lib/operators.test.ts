import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';
import { isOperator } from './operators.ts';
import { claimsIn, settings, testIdentity } from './testing/identity.ts';

describe('operators', () => {
  const identity = testIdentity(testDatabase(), () => ({ ZERODO_SIGN_UP_LIMIT: 100 }));
  const { signedUp } = identity;
  const scopeOf = async (cookie: string, operators: string[]) => {
    const told = { ...settings, ZERODO_OPERATORS: operators };
    const response = await exchange(identity.auth(), new Headers({ cookie }), new Date(), told);
    return claimsIn(((await response.json()) as { token: string }).token).scope;
  };

  it('are the accounts that are named, or the first, and their sessions may operate', async () => {
    const ana = await signedUp('ana@zerodo.test');
    const bo = await signedUp('bo@zerodo.test');

    expect(await scopeOf(ana.cookie, [])).toBe('read write account');
    expect(await scopeOf(ana.cookie, ['first'])).toBe('read write account operate');
    expect(await scopeOf(bo.cookie, ['first'])).toBe('read write account');
    expect(await scopeOf(bo.cookie, [bo.userId])).toBe('read write account operate');
    expect(await scopeOf(bo.cookie, ['x@zerodo.test', 'bo@zerodo.test'])).toBe('read write account operate');
  });

  it('have confirmed their address where mail is sent', async () => {
    const named = { ZERODO_OPERATORS: ['ana@zerodo.test'] };
    const mailing = { ...named, ZERODO_SMTP_URL: 'smtp://mail.test' };
    const person = { id: 'x', email: 'Ana@zerodo.test', emailVerified: false };
    const may = (told: Parameters<typeof isOperator>[1], whom = person) =>
      isOperator(identity.auth(), told, whom);

    expect(await may({ ...named, ZERODO_SMTP_URL: undefined })).toBe(true);
    expect(await may(mailing)).toBe(false);
    expect(await may(mailing, { ...person, emailVerified: true })).toBe(true);
  });

  it('do not lend it to their tokens', async () => {
    const { userId } = await signedUp('cleo@zerodo.test');
    const { key } = (await identity.auth().api.createApiKey({ body: { userId, name: 'x' } })) as {
      key: string;
    };
    const headers = new Headers({ authorization: `Bearer ${key}` });
    const told = { ...settings, ZERODO_OPERATORS: [userId] };
    const response = await exchange(identity.auth(), headers, new Date(), told);
    expect(claimsIn(((await response.json()) as { token: string }).token).scope).toBe('read write');
  });
});
