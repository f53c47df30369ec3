import { describe, expect, it } from 'vitest';
import { testScene } from './test-scene.ts';

describe('a reminder by web push', () => {
  const scene = testScene();
  const { moveClock } = scene;

  async function reminded(browsers = 1, preferences: object = { channels: ['push'] }) {
    const { userId } = await scene.person(preferences);
    const theirs = [];
    for (let made = 0; made < browsers; made++) theirs.push(await scene.browserOf(userId));
    const task = await scene.remindedIn(userId, 5_000);
    moveClock(6_000);
    await scene.checking.tick();
    return { userId, task, browsers: theirs };
  }

  it('reaches each browser, encrypted and signed, with what a service worker shows', async () => {
    const { browsers, task, userId } = await reminded(2);

    expect(await scene.deliver()).toEqual([204, 204, 204]);

    for (const { pushed } of browsers) {
      expect(pushed()).toMatchObject([
        {
          title: 'Reminder: Water the plants',
          url: `https://todo.example.test/?task=${task.id}`,
          tag: task.id,
          notificationId: expect.any(String),
        },
      ]);
    }
    expect(scene.service.headers()).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
    expect(await scene.ledgerOf(userId)).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    const [row] = await scene.sql()`select last_success_at from push_subscriptions where user_id = ${userId}`;
    expect(row!.lastSuccessAt).not.toBeNull();
  });

  it('is tried again for the one browser whose push service is away, not for the other', async () => {
    const { browsers, userId } = await reminded(2);
    browsers[0]!.answers(500);
    expect((await scene.deliver()).toSorted()).toEqual([204, 204, 503]);

    browsers[0]!.answers(201);
    expect(await scene.deliver()).toEqual([204]);

    for (const { pushed } of browsers) expect(pushed()).toHaveLength(1);
    expect((await scene.ledgerOf(userId)).map(({ attempts }) => attempts).toSorted()).toEqual([1, 2]);
  });

  it.each([410, 404])('switches a browser off that is gone (%i), and says why', async (status) => {
    const { browsers, userId } = await reminded();
    browsers[0]!.answers(status);

    expect(await scene.deliver()).toEqual([204, 204]);

    expect(await scene.ledgerOf(userId)).toMatchObject([{ state: 'failed' }]);
    const [row] = await scene.sql()`select disabled_reason from push_subscriptions where user_id = ${userId}`;
    expect(row!.disabledReason).toContain(String(status));
    const task = await scene.remindedIn(userId, 5_000);
    moveClock(6_000);
    await scene.checking.tick();
    await scene.deliver();
    // No channel is left: a reminder stands in the inbox at least.
    expect(await scene.sql()`select channel from notifications where task_id = ${task.id}`).toMatchObject([
      { channel: 'in-app' },
    ]);
  });

  it('opens no breaker for an address that its push service does not understand', async () => {
    const { browsers } = await reminded();
    browsers[0]!.answers(400);
    await scene.deliver();
    expect(await scene.sql()`select failures from circuit_breakers where failures > 0`).toHaveLength(0);
  });

  it('calls nobody within a private network', async () => {
    const { userId } = await reminded(0);
    await scene.browserOf(userId);
    await scene.sql()`
      update push_subscriptions set endpoint = 'https://10.0.0.1/push' where user_id = ${userId}
    `;
    await scene.remindedIn(userId, 5_000);
    moveClock(6_000);
    await scene.checking.tick();

    await scene.deliver();

    const [row] = await scene.sql()`select disabled_reason from push_subscriptions where user_id = ${userId}`;
    expect(row!.disabledReason).toContain('private network');
  });

  it('goes where a reminder says, whatever the preferences say', async () => {
    const { userId } = await scene.person({ channels: ['in-app'] });
    const browser = await scene.browserOf(userId);
    const task = await scene.remindedIn(userId, 5_000, { channels: ['push', 'in-app'] });
    moveClock(6_000);
    await scene.checking.tick();

    await scene.deliver();

    expect(browser.pushed()).toHaveLength(1);
    expect((await scene.ledgerOf(userId)).map(({ channel }) => channel)).toEqual(['in-app', 'push']);
    expect(task.reminders[0]).toMatchObject({ channels: ['push', 'in-app'] });
  });
});
