import { unsubscribeToken } from '@zerodo/runtime/unsubscribe-token';
import { describe, expect, it } from 'vitest';
import { keyBefore, testScene } from '../notification-send/test-scene.ts';

describe('the link that ends e-mail', () => {
  const scene = testScene();
  const call = (path: string, token: string) =>
    fetch(`${scene.updating.url()}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });

  async function mailed() {
    const person = await scene.person({ channels: ['email', 'in-app'], digestAt: '07:00' });
    await scene.remindedIn(person.userId, 5_000);
    scene.moveClock(6_000);
    await scene.checking.tick();
    await scene.deliver();
    const header = scene.smtp.mailTo(person.email)[0]!.headers.find(({ key }) => key === 'list-unsubscribe');
    const token = new URL(header!.value.slice(1, -1)).searchParams.get('token')!;
    return { ...person, token };
  }
  const remindAgain = async (userId: string) => {
    await scene.remindedIn(userId, 5_000, { channels: ['email'] });
    scene.moveClock(6_000);
    await scene.checking.tick();
    await scene.deliver();
  };

  it('asks first, and ends nothing by being looked at', async () => {
    const { token, userId, email } = await mailed();

    const page = await call('show-unsubscribe', token);

    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<form method="post">');
    await remindAgain(userId);
    expect(scene.smtp.mailTo(email)).toHaveLength(2);
  });

  it('ends all mail, also to a reminder that names it, until the settings say otherwise', async () => {
    const { token, userId, email } = await mailed();

    expect((await call('unsubscribe', token)).status).toBe(200);
    expect((await call('unsubscribe', token)).status).toBe(200);

    await remindAgain(userId);
    expect(scene.smtp.mailTo(email)).toHaveLength(1);
    const [row] =
      await scene.sql()`select settings, digest_next_at from preferences where user_id = ${userId}`;
    expect(row).toEqual({ settings: { channels: ['in-app'], digestAt: null }, digestNextAt: null });
    await scene.sql()`
      update preferences set settings = ${scene.sql().json({ channels: ['email'] })} where user_id = ${userId}
    `;
    await remindAgain(userId);
    expect(scene.smtp.mailTo(email)).toHaveLength(2);
  });

  it('holds in mails that were sent before the key was changed', async () => {
    const { userId } = await mailed();

    expect((await call('unsubscribe', unsubscribeToken(userId, keyBefore))).status).toBe(200);
  });

  it('is worth nothing when somebody has changed a letter of it', async () => {
    const { token, userId } = await mailed();
    const other = (await scene.person()).userId;
    for (const forged of [token.slice(0, -2), `${other}.${token.split('.')[1]}`, userId, 'x']) {
      const answer = await call('unsubscribe', forged);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'link-invalid' });
    }
  });
});
