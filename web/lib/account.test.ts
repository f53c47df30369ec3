import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@zerodo/testing/database';
import { until } from '@zerodo/testing/until';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exchange } from './exchange.ts';
import { claimsIn, origin, settings, testIdentity } from './testing/identity.ts';

describe('an account', () => {
  const mails: Email[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // As mail servers do, it says whom it knows nothing of.
    onRcptTo: ({ address }, _, done) =>
      done(
        address.startsWith('unknown')
          ? Object.assign(new Error(`<${address}>: no`), { responseCode: 550 })
          : null,
      ),
    onData: async (stream, _, done) => {
      mails.push(
        await PostalMime.parse(Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))),
      );
      done();
    },
  });

  let erased: { cookie: string; origin: string; body: string }[] = [];
  let answer = 200;
  const gateway = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
    const { cookie = '', origin: from = '' } = request.headers;
    if (request.method === 'DELETE' && request.url === '/api/v1/account')
      erased.push({ cookie, origin: from, body });
    response.writeHead(answer).end('{}');
  });
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
  beforeAll(async () => {
    await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', () => listening()));
    await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
  });
  beforeEach(() => {
    erased = [];
    answer = 200;
  });
  afterAll(async () => {
    gateway.close();
    await new Promise<void>((closed) => smtp.close(() => closed()));
  });

  const identity = testIdentity(testDatabase(), () => ({
    ZERODO_SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    ZERODO_MAIL_FROM: 'Zerodo <zerodo@example.test>',
    ZERODO_API_URL: `http://127.0.0.1:${portOf(gateway)}`,
  }));
  const withoutMail = testIdentity(testDatabase());

  const mailTo = async (address: string, count = 1): Promise<Email> => {
    const theirs = () => mails.filter(({ to }) => to?.some((one) => one.address === address));
    await until(() => theirs().length >= count);
    return theirs().at(-1)!;
  };
  const linkIn = ({ text }: Email) => /https?:\/\/\S+/.exec(text ?? '')![0];
  const verified = async (cookie: string) => {
    const { token } = (await (
      await exchange(identity.auth(), new Headers({ cookie }), new Date(), settings)
    ).json()) as {
      token: string;
    };
    return claimsIn(token).email_verified;
  };
  const sessionOf = (cookie: string) => identity.auth().api.getSession({ headers: new Headers({ cookie }) });

  it('confirms its address by the link that it is sent', async () => {
    const { cookie } = await identity.signedUp('confirms@zerodo.test');
    expect(await verified(cookie)).toBe(false);

    const mail = await mailTo('confirms@zerodo.test');
    expect(mail).toMatchObject({
      subject: 'Confirm your e-mail address',
      from: { address: 'zerodo@example.test' },
    });
    expect(mail.html).toContain('<a href=');
    const response = await identity.auth().handler(new Request(linkIn(mail)));

    expect(response.status).toBe(302);
    expect(await verified(cookie)).toBe(true);
  });

  it('is sent the link again when it asks', async () => {
    const { cookie } = await identity.signedUp('again@zerodo.test');
    await mailTo('again@zerodo.test');

    const body = { email: 'again@zerodo.test' };
    expect((await identity.post('/send-verification-email', body, { cookie })).status).toBe(200);

    expect(linkIn(await mailTo('again@zerodo.test', 2))).toContain('/verify-email');
  });

  it('chooses a new password by mail, which ends its sessions', async () => {
    const { cookie } = await identity.signedUp('forgot@zerodo.test');
    await mailTo('forgot@zerodo.test');
    await identity.post('/request-password-reset', {
      email: 'forgot@zerodo.test',
      redirectTo: `${origin}/reset`,
    });

    const token = /reset-password\/([^?]+)/.exec(linkIn(await mailTo('forgot@zerodo.test', 2)))![1];
    const kept = await identity.sql()<{ row: string }[]>`select v::text as row from verification v`;
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.map(({ row }) => row).join()).not.toContain(token);
    const newPassword = 'another ten chars';
    expect((await identity.post('/reset-password', { token, newPassword })).status).toBe(200);

    const credentials = { email: 'forgot@zerodo.test', password: newPassword };
    expect((await identity.post('/sign-in/email', credentials)).status).toBe(200);
    expect(await sessionOf(cookie)).toBeNull();
  });

  it('is in no log when its mail cannot be sent', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    await identity.signedUp('unknown@zerodo.test');
    await until(() => logged.mock.calls.length > 0);

    const lines = logged.mock.calls.flat().join();
    logged.mockRestore();
    expect(lines).toContain('mail could not be sent (550)');
    expect(lines).not.toContain('unknown@zerodo.test');
  });

  it('is made without mail where there is no mail server', async () => {
    const { cookie } = await withoutMail.signedUp('no-mail@zerodo.test');

    expect(cookie).not.toBe('');
    const response = await withoutMail.post(
      '/send-verification-email',
      { email: 'no-mail@zerodo.test' },
      { cookie },
    );
    expect(response.status).toBe(400);
  });

  const password = 'ten chars or more';
  const leave = (cookie: string) => identity.post('/delete-user', { password }, { cookie });

  it('goes after what is in it, with its tokens and sessions', async () => {
    const { userId, cookie } = await identity.signedUp('goes@zerodo.test');
    const { key } = await identity.auth().api.createApiKey({ body: { userId } });
    await identity.post('/two-factor/enable', { password }, { cookie });
    await identity.post('/passkey/begin-registration', { password }, { cookie });
    await identity.sql()`
      insert into passkey ("publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
      values ('key', ${userId}, 'credential', 0, 'singleDevice', false)
    `;
    await identity.post('/request-password-reset', { email: 'goes@zerodo.test' });
    await mailTo('goes@zerodo.test', 2);

    expect((await leave(cookie)).status).toBe(200);

    expect(erased).toEqual([{ cookie, origin, body: '{"confirm":"goes@zerodo.test"}' }]);
    expect(await sessionOf(cookie)).toBeNull();
    const headers = new Headers({ authorization: `Bearer ${key}` });
    expect((await exchange(identity.auth(), headers, new Date(), settings)).status).toBe(401);
    for (const table of ['user', 'account', 'session', 'apikey', 'twoFactor', 'passkey', 'verification']) {
      const rows = await identity.sql()`select t::text as row from ${identity.sql()(table)} t`;
      expect(rows.filter(({ row }) => row.includes(userId))).toEqual([]);
    }
  });

  it('stays as it is while what is in it cannot be erased, and goes when it asks again', async () => {
    const { cookie } = await identity.signedUp('stays@zerodo.test');
    answer = 503;

    const refused = await leave(cookie);

    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      503,
      'ACCOUNT_NOT_ERASED',
    ]);
    expect(await sessionOf(cookie)).not.toBeNull();
    answer = 200;
    expect((await leave(cookie)).status).toBe(200);
    expect(erased).toHaveLength(2);
  });

  it('does not go for who does not know the password', async () => {
    const { cookie } = await identity.signedUp('password@zerodo.test');

    expect((await identity.post('/delete-user', { password: 'not this one' }, { cookie })).status).toBe(400);
    expect(erased).toEqual([]);
  });
});
