import { randomUUID } from 'node:crypto';
import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it, vi } from 'vitest';
import { authenticator } from './testing/authenticator.ts';
import { origin, testIdentity } from './testing/identity.ts';

const password = 'ten chars or more';
const here = { origin: 'http://localhost:3000', rpId: 'localhost' };

type Answer = { status: number; code?: string; cookie: string; body: Record<string, unknown> };

describe('a passkey', () => {
  const identity = testIdentity(testDatabase(), () => ({ ZERODO_SIGN_UP_LIMIT: 100 }));
  const read = async (answer: Response, before = ''): Promise<Answer> => {
    const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]!);
    const cookie = [before, ...set.filter((pair) => !pair.endsWith('='))].filter(Boolean).join('; ');
    return { status: answer.status, code: said.code as string, cookie, body: said };
  };
  const ask = async (path: string, body: object, cookie = '') =>
    read(await identity.post(path, body, { cookie }), cookie);
  const get = async (path: string, cookie = '') =>
    read(
      await identity.auth().handler(new Request(`${origin}/api/auth${path}`, { headers: { cookie } })),
      cookie,
    );
  const sessionOf = (cookie: string) => identity.auth().api.getSession({ headers: new Headers({ cookie }) });
  const actsOf = async (userId: string) =>
    (await identity.sql()`select act from acts where "userId" = ${userId} order by id`).map(({ act }) => act);

  const begin = async (cookie: string) => {
    const begun = await ask('/passkey/begin-registration', { password }, cookie);
    return { ...begun, challenge: String(begun.body.challenge) };
  };
  const challenged = async () => {
    const asked = await get('/passkey/generate-authenticate-options');
    return { ...asked, challenge: String(asked.body.challenge) };
  };
  const enter = (response: object, cookie: string) =>
    ask('/passkey/verify-authentication', { response }, cookie);
  const withPasskey = async (email: string) => {
    const { userId, cookie } = await identity.signedUp(email);
    const device = authenticator(here);
    const begun = await begin(cookie);
    const body = { response: device.makes(begun), name: 'Phone' };
    const added = await ask('/passkey/finish-registration', body, begun.cookie);
    expect(added.status).toBe(200);
    return { userId, email, cookie, device, id: String(added.body.id) };
  };

  it('is added by who has given the password, and lets in without it', async () => {
    const { userId, device } = await withPasskey('lets-in@zerodo.test');

    const asked = await challenged();
    expect(asked.body).not.toHaveProperty('allowCredentials');
    const entered = await enter(device.signs(asked), asked.cookie);

    expect(entered.status).toBe(200);
    expect((await sessionOf(entered.cookie))?.user.id).toBe(userId);
    expect(await actsOf(userId)).toEqual(['passkey-added', 'signed-in-by-passkey']);
  });

  it('is bound to the name in the settings, whatever a request says of itself', async () => {
    const { cookie } = await identity.signedUp('bound@zerodo.test');
    const begun = await begin(cookie);

    expect(begun.body).toMatchObject({
      rp: { id: 'localhost', name: 'Zerodo' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const elsewhere = {
      challenge: begun.challenge,
      origin: 'https://zerodo.example.com',
      rpId: 'zerodo.example.com',
    };
    const answer = await ask(
      '/passkey/finish-registration',
      { response: authenticator(here).makes(elsewhere), name: 'Phone' },
      begun.cookie,
    );
    expect(answer).toMatchObject({ status: 400, code: 'PASSKEY_REFUSED' });
  });

  it('is not begun without the password, by no way around it', async () => {
    const { cookie } = await identity.signedUp('asks@zerodo.test');

    const wrong = await ask('/passkey/begin-registration', { password: 'not this password' }, cookie);
    expect(wrong).toMatchObject({ status: 400, code: 'INVALID_PASSWORD' });
    expect((await ask('/passkey/begin-registration', { password })).status).toBe(401);
    expect((await get('/passkey/generate-register-options', cookie)).status).toBe(404);
    expect((await ask('/passkey/verify-registration', {}, cookie)).status).toBe(404);
    // A challenge of signing in is none for adding.
    const asked = await get('/passkey/generate-authenticate-options', cookie);
    const body = {
      response: authenticator(here).makes({ challenge: String(asked.body.challenge) }),
      name: 'Phone',
    };
    expect(await ask('/passkey/finish-registration', body, asked.cookie)).toMatchObject({
      status: 400,
      code: 'CHALLENGE_NOT_FOUND',
    });
  });

  it('is not added where the session has ended since, or is that of somebody else', async () => {
    const { cookie } = await identity.signedUp('ended@zerodo.test');
    const other = await identity.signedUp('not-me@zerodo.test');
    const begun = await begin(cookie);
    const challengeOnly = begun.cookie.replace(`${cookie}; `, '');
    const body = { response: authenticator(here).makes(begun), name: 'Phone', createSession: true };

    expect((await ask('/passkey/finish-registration', body, challengeOnly)).status).toBe(401);
    expect(
      (await ask('/passkey/finish-registration', body, `${challengeOnly}; ${other.cookie}`)).status,
    ).toBe(401);
    expect(
      await identity.sql()`select from passkey where name = 'Phone' and "userId" = ${other.userId}`,
    ).toEqual([]);
  });

  it('lets nobody in by an answer to another challenge, of another place or key, or twice', async () => {
    const { device } = await withPasskey('forged@zerodo.test');
    const forger = authenticator(here, device.id);

    const tried = async (response: (challenge: string) => object) => {
      const asked = await challenged();
      return enter(response(asked.challenge), asked.cookie);
    };
    const refused = { status: 400, code: 'AUTHENTICATION_FAILED' };
    const made = Buffer.from('a challenge of my own').toString('base64url');
    expect(await tried(() => device.signs({ challenge: made }))).toMatchObject(refused);
    expect(await tried((challenge) => forger.signs({ challenge }))).toMatchObject(refused);
    expect(
      await tried((challenge) => device.signs({ challenge, origin: 'https://zerodo.example.com' })),
    ).toMatchObject(refused);
    expect(await tried((challenge) => device.signs({ challenge, rpId: 'example.com' }))).toMatchObject(
      refused,
    );

    const asked = await challenged();
    const answer = device.signs(asked);
    expect((await enter(answer, asked.cookie)).status).toBe(200);
    expect(await enter(answer, asked.cookie)).toMatchObject({ code: 'CHALLENGE_NOT_FOUND' });
    expect(await enter(answer, '')).toMatchObject({ code: 'CHALLENGE_NOT_FOUND' });
    expect(await tried(() => ({}))).toMatchObject({ status: 400, code: 'PASSKEY_INVALID' });
    expect(await tried(() => ({ ...answer, id: { or: 'true' } }))).toMatchObject({ code: 'PASSKEY_INVALID' });
  });

  it('counts for both factors only where the device knew its person', async () => {
    const { cookie, device, email } = await withPasskey('both@zerodo.test');

    const begun = await begin(cookie);
    const careless = authenticator(here).makes({ ...begun, verified: false });
    expect(
      await ask('/passkey/finish-registration', { response: careless, name: 'Stick' }, begun.cookie),
    ).toMatchObject({ status: 400, code: 'PASSKEY_NOT_VERIFIED' });
    const asked = await challenged();
    expect(await enter(device.signs({ ...asked, verified: false }), asked.cookie)).toMatchObject({
      status: 400,
      code: 'PASSKEY_NOT_VERIFIED',
    });

    await identity.sql()`update "user" set "twoFactorEnabled" = true where email = ${email}`;
    const again = await challenged();
    expect((await enter(device.signs(again), again.cookie)).cookie).toContain('session_token');
    expect((await ask('/sign-in/email', { email, password })).cookie).not.toContain('session_token');
  });

  it('lets in who is kept out by somebody that guesses passwords', async () => {
    const { email, device } = await withPasskey('guessed@zerodo.test');
    for (let guess = 0; guess < 5; guess++)
      await ask('/sign-in/email', { email, password: 'a wrong password' });
    expect(await ask('/sign-in/email', { email, password })).toMatchObject({ code: 'SIGN_IN_WAITS' });

    const asked = await challenged();
    expect((await enter(device.signs(asked), asked.cookie)).status).toBe(200);
  });

  it('is renamed and removed by its person alone, and lets nobody in from then on', async () => {
    const { userId, cookie, device, id } = await withPasskey('renames@zerodo.test');
    const stranger = await identity.signedUp('stranger@zerodo.test');

    for (const cookies of [stranger.cookie, '']) {
      expect((await ask('/passkey/update-passkey', { id, name: 'Mine' }, cookies)).status).toBe(401);
      expect((await ask('/passkey/delete-passkey', { id }, cookies)).status).toBe(401);
    }
    expect((await get('/passkey/list-user-passkeys', stranger.cookie)).body).toEqual([]);
    for (const body of [
      { id, name: ' ' },
      { id, name: 'n'.repeat(101) },
      { id: 'x', name: 'Phone' },
    ]) {
      expect(await ask('/passkey/update-passkey', body, cookie)).toMatchObject({ code: 'PASSKEY_INVALID' });
    }
    expect((await ask('/passkey/update-passkey', { id, name: 'Old phone' }, cookie)).status).toBe(200);
    expect((await get('/passkey/list-user-passkeys', cookie)).body).toMatchObject([
      { id, name: 'Old phone' },
    ]);

    expect((await ask('/passkey/delete-passkey', { id }, cookie)).status).toBe(200);
    expect((await ask('/passkey/delete-passkey', { id }, cookie)).status).toBe(404);
    const asked = await challenged();
    expect(await enter(device.signs(asked), asked.cookie)).toMatchObject({
      status: 401,
      code: 'PASSKEY_NOT_FOUND',
    });
    expect(await actsOf(userId)).toEqual(['passkey-added', 'passkey-removed']);
  });

  it('is not taken twice, by its person or by another, and not without end', async () => {
    const { cookie, device } = await withPasskey('twice@zerodo.test');
    const other = await identity.signedUp('claims@zerodo.test');
    for (const by of [cookie, other.cookie]) {
      const begun = await begin(by);
      const body = { response: authenticator(here, device.id).makes(begun), name: 'Phone' };
      const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
      expect(await ask('/passkey/finish-registration', body, begun.cookie)).toMatchObject({ status: 400 });
      logged.mockRestore();
    }
    await identity.sql()`
      insert into passkey ("publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
      select 'k', ${other.userId}, 'filler-' || n, 0, 'singleDevice', false from generate_series(1, 50) n
    `;
    expect(await begin(other.cookie)).toMatchObject({ status: 400, code: 'TOO_MANY_PASSKEYS' });
  });

  it('is nothing for nobody, at every path but the two of sign-in', async () => {
    const open = ['/passkey/generate-authenticate-options', '/passkey/verify-authentication'];
    const paths = Object.values(identity.auth().api)
      .filter(({ path }) => path?.startsWith('/passkey/') && !open.includes(path))
      .map(({ path, options }) => [path, options.method] as const);
    expect(paths.length).toBeGreaterThan(5);

    const body = { id: randomUUID(), name: 'Phone', password, response: { id: 'credential' } };
    for (const [path, method] of paths) {
      const { status } = method === 'GET' ? await get(path) : await ask(path, body);
      // 404: closed for everybody.
      expect([path, status === 404 ? 401 : status]).toEqual([path, 401]);
    }
  });

  it('leaves no challenge behind for longer than it is good', async () => {
    await challenged();
    await identity.sql()`update verification set "expiresAt" = now() - interval '1 second'`;
    await challenged();

    expect(await identity.sql()`select from verification`).toHaveLength(1);
  });
});
