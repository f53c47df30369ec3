import { readFile } from 'node:fs/promises';
import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { testIdentity } from './testing/identity.ts';
import { codeFor, secretIn } from './testing/one-time-code.ts';

const password = 'ten chars or more';

type Answer = { status: number; code?: string; cookie: string; body: Record<string, unknown> };

describe('a second factor', () => {
  const database = testDatabase();
  const identity = testIdentity(database, () => ({ ZERODO_SIGN_UP_LIMIT: 100 }));
  const ask = async (path: string, body: object, cookie = ''): Promise<Answer> => {
    const answer = await identity.post(path, body, { cookie });
    const said = (await answer.json()) as Record<string, unknown>;
    // A cookie that is taken away comes as an empty one.
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]!);
    const kept = set.filter((pair) => !pair.endsWith('='));
    return { status: answer.status, code: said.code as string, cookie: kept.join('; '), body: said };
  };
  const sessionOf = (cookie: string) => identity.auth().api.getSession({ headers: new Headers({ cookie }) });
  const actsOf = async (userId: string) =>
    (await identity.sql()`select act from acts where "userId" = ${userId} order by id`).map(({ act }) => act);
  const passes = (seconds: number) =>
    identity.sql()`update failed_sign_ins set last_at = last_at - make_interval(secs => ${seconds})`;

  /** Somebody who has switched it on with the code of this half minute; `next` is that of the one after, good all through a test. */
  const withFactor = async (email: string) => {
    const { userId, cookie: before } = await identity.signedUp(email);
    const begun = await ask('/two-factor/enable', { password }, before);
    const { totpURI, backupCodes } = begun.body as { totpURI: string; backupCodes: string[] };
    const secret = secretIn(totpURI);
    const now = Date.now();
    const [first, next] = [codeFor(secret, 0, now), codeFor(secret, 1, now)];
    const { cookie } = await ask('/two-factor/verify-totp', { code: first }, before);
    return { userId, email, cookie, secret, first, next, totpURI, backupCodes };
  };
  const givesPassword = (email: string) => ask('/sign-in/email', { email, password });
  const wrongFor = (secret: Buffer) => {
    const good = [-2, -1, 0, 1, 2].map((step) => codeFor(secret, step));
    return [
      '000000',
      '111111',
      '222222',
      '333333',
      '444444',
      '555555',
      '666666',
      '777777',
      '888888',
      '999999',
    ]
      .filter((code) => !good.includes(code))
      .slice(0, 5);
  };

  it('is on when a code of it was shown, and ends every other session', async () => {
    const { userId, cookie } = await identity.signedUp('on@zerodo.test');
    const elsewhere = (await givesPassword('on@zerodo.test')).cookie;

    const begun = await ask('/two-factor/enable', { password }, cookie);
    expect(String(begun.body.totpURI)).toMatch(
      /^otpauth:\/\/totp\/Zerodo:on%40zerodo.test\?secret=[A-Z2-7]+&/,
    );
    expect(begun.body.backupCodes).toHaveLength(10);
    // Begun and left: the password is enough as before.
    expect((await givesPassword('on@zerodo.test')).cookie).toContain('session_token');

    const secret = secretIn(String(begun.body.totpURI));
    const wrong = await ask('/two-factor/verify-totp', { code: wrongFor(secret)[0] }, cookie);
    expect(wrong).toMatchObject({ status: 401, code: 'INVALID_CODE' });
    const proven = await ask('/two-factor/verify-totp', { code: codeFor(secret) }, cookie);

    expect(proven.status).toBe(200);
    expect((await sessionOf(proven.cookie))?.user).toMatchObject({ twoFactorEnabled: true });
    expect([await sessionOf(elsewhere), await sessionOf(cookie)]).toEqual([null, null]);
    expect(await actsOf(userId)).toEqual(['signed-in', 'signed-in', 'second-factor-on']);
  });

  it('is switched on and off, and gives new backup codes, for who knows the password alone', async () => {
    const { cookie: before } = await identity.signedUp('asks@zerodo.test');
    const wrong = { password: 'not this password' };
    expect(await ask('/two-factor/enable', wrong, before)).toMatchObject({ code: 'INVALID_PASSWORD' });
    await identity.post('/update-user', { twoFactorEnabled: true }, { cookie: before });
    expect((await sessionOf(before))?.user).toMatchObject({ twoFactorEnabled: false });

    const { userId, email, cookie, backupCodes } = await withFactor('off@zerodo.test');
    for (const path of ['/two-factor/disable', '/two-factor/generate-backup-codes']) {
      expect(await ask(path, wrong, cookie)).toMatchObject({ status: 400, code: 'INVALID_PASSWORD' });
    }
    const made = await ask('/two-factor/generate-backup-codes', { password }, cookie);
    expect(made.body.backupCodes).toHaveLength(10);
    const challenge = (await givesPassword(email)).cookie;
    const old = await ask('/two-factor/verify-backup-code', { code: backupCodes[0] }, challenge);
    expect(old).toMatchObject({ status: 401, code: 'INVALID_BACKUP_CODE' });

    expect((await ask('/two-factor/disable', { password }, cookie)).status).toBe(200);
    expect((await givesPassword(email)).cookie).toContain('session_token');
    expect(await identity.sql()`select from "twoFactor" where "userId" = ${userId}`).toHaveLength(0);
    expect(await actsOf(userId)).toEqual([
      'second-factor-on',
      'backup-codes-made',
      'second-factor-off',
      'signed-in',
    ]);
  });

  it('lets in by a code after the password, and by none twice', async () => {
    const { userId, email, first, next } = await withFactor('twice@zerodo.test');

    const { body, cookie: challenge } = await givesPassword(email);
    expect(body.twoFactorRedirect).toBe(true);
    expect(challenge).not.toContain('session_token');
    expect(await sessionOf(challenge)).toBeNull();
    const entered = await ask('/two-factor/verify-totp', { code: next }, challenge);
    expect((await sessionOf(entered.cookie))?.user.id).toBe(userId);

    const again = (await givesPassword(email)).cookie;
    for (const code of [first, next]) {
      expect(await ask('/two-factor/verify-totp', { code }, again)).toMatchObject({
        status: 401,
        code: 'CODE_USED',
      });
    }
    // It was good otherwise.
    await identity.sql()`delete from tried_codes`;
    expect((await ask('/two-factor/verify-totp', { code: next }, again)).status).toBe(200);
    expect(await actsOf(userId)).toEqual(['second-factor-on', 'signed-in', 'signed-in']);
  });

  it('keeps nothing of what is no code', async () => {
    const { email } = await withFactor('mistakes@zerodo.test');
    const challenge = (await givesPassword(email)).cookie;
    await identity.sql()`delete from tried_codes`;

    expect(await ask('/two-factor/verify-totp', { code: password }, challenge)).toMatchObject({
      status: 401,
    });
    expect(await identity.sql()`select from tried_codes`).toHaveLength(0);
  });

  it('lets in once by each backup code, also when two come at the same time', async () => {
    const { userId, email, backupCodes } = await withFactor('backup@zerodo.test');
    const challenges = [await givesPassword(email), await givesPassword(email)];
    const code = backupCodes[3];

    const answers = await Promise.all(
      challenges.map(({ cookie }) => ask('/two-factor/verify-backup-code', { code }, cookie)),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = (await givesPassword(email)).cookie;
    expect(await ask('/two-factor/verify-backup-code', { code }, late)).toMatchObject({ status: 401 });
    expect(await actsOf(userId)).toEqual(['second-factor-on', 'signed-in-by-backup-code']);
  });

  it('waits after five wrong codes, also after the password anew, while sessions go on', async () => {
    const { email, secret, next, cookie, backupCodes } = await withFactor('guessed@zerodo.test');
    const challenge = (await givesPassword(email)).cookie;
    for (const code of wrongFor(secret)) {
      expect((await ask('/two-factor/verify-totp', { code }, challenge)).code).toBe('INVALID_CODE');
    }

    const anew = (await givesPassword(email)).cookie;
    const waits = await identity.post('/two-factor/verify-totp', { code: next }, { cookie: anew });
    expect(waits.status).toBe(429);
    expect(Number(waits.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect(await waits.json()).toMatchObject({ code: 'CODE_WAITS' });
    const backup = await ask('/two-factor/verify-backup-code', { code: backupCodes[0] }, anew);
    expect(backup.code).toBe('CODE_WAITS');
    expect(await sessionOf(cookie)).not.toBeNull();

    await passes(10);
    expect(await ask('/two-factor/verify-totp', { code: '012345' }, challenge)).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
    });
    expect((await ask('/two-factor/verify-totp', { code: next }, anew)).status).toBe(200);
  });

  it('is asked for on every device, and by no way around it', async () => {
    const { email, next, cookie } = await withFactor('trusts@zerodo.test');
    const challenge = (await givesPassword(email)).cookie;
    const body = { code: next, trustDevice: true, disableSession: true };
    const entered = await ask('/two-factor/verify-totp', body, challenge);

    expect(entered.status).toBe(200);
    expect(entered.cookie).not.toContain('trust');
    for (const path of ['/two-factor/get-totp-uri', '/two-factor/send-otp', '/two-factor/verify-otp']) {
      expect((await identity.post(path, { password, code: '1' }, { cookie })).status).toBe(404);
    }
    expect(await ask('/two-factor/enable', { password, method: 'otp' }, cookie)).toMatchObject({
      code: 'OTP_NOT_CONFIGURED',
    });
  });

  it('is taken off one person by the statement of the documentation', async () => {
    const { email } = await withFactor('lost@zerodo.test');
    const other = await withFactor('not-lost@zerodo.test');
    const page = await readFile(
      new URL('../../docs/how-to/sign-in-with-a-second-factor.md', import.meta.url),
      'utf8',
    );
    const statement = /```sql\n([^`]+)```/.exec(page)![1]!;

    await database.owner().unsafe(statement.replace('ana@example.test', email));

    expect((await givesPassword(email)).cookie).toContain('session_token');
    expect((await givesPassword(other.email)).cookie).not.toContain('session_token');
    expect(await identity.sql()`select from "twoFactor" where "userId" = ${other.userId}`).toHaveLength(1);
  });

  it('leaves API tokens as they are', async () => {
    const { userId } = await withFactor('token@zerodo.test');
    const { key } = await identity.auth().api.createApiKey({ body: { userId } });

    expect((await identity.auth().api.verifyApiKey({ body: { key } })).valid).toBe(true);
  });

  it('is kept so that a copy of the database says nothing of it', async () => {
    const { secret, totpURI, backupCodes } = await withFactor('dump@zerodo.test');
    const rows = await Promise.all(
      ['twoFactor', 'verification', 'user'].map(
        (table) => identity.sql()<{ row: string }[]>`select t::text as row from ${identity.sql()(table)} t`,
      ),
    );
    const dump = rows.flatMap((table) => table.map(({ row }) => row)).join('\n');

    const written = new URL(totpURI).searchParams.get('secret')!;
    for (const one of [secret.toString(), secret.toString('hex'), secret.toString('base64'), written]) {
      expect(dump).not.toContain(one);
    }
    for (const one of backupCodes) expect(dump).not.toContain(one);
  });
});

describe('the code that the tests make', () => {
  it('is that of RFC 6238, appendix B', () => {
    const secret = Buffer.from('12345678901234567890');

    expect(codeFor(secret, 0, 59_000)).toBe('287082');
    expect(codeFor(secret, 0, 1_111_111_109_000)).toBe('081804');
  });
});
