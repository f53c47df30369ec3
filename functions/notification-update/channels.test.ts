import {
  readNotifications,
  snoozeNotification,
  snoozeTask,
  testChannel,
} from '@zerodo/domain/notification-commands';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import { testScene } from '../notification-send/test-scene.ts';
import taskQuery from '../task-query/handle.ts';

describe('what a person does with notifications', () => {
  const scene = testScene();
  const { updating } = scene;
  const asking = testFunction(taskQuery, scene.database, { now: scene.now });

  async function reminded(preferences: object = { channels: ['in-app'] }) {
    const person = await scene.person(preferences);
    const task = await scene.remindedIn(person.userId, 5_000);
    scene.moveClock(6_000);
    await scene.checking.tick();
    await scene.deliver();
    return { ...person, task };
  }
  const inboxOf = async (userId: string) => (await asking.ask('list-notifications', {}, userId)).json;

  it('snoozes a notification: it counts as read, comes again then, and the due date stays', async () => {
    const { userId, task } = await reminded();
    const [first] = (await inboxOf(userId)).items;

    const answer = await updating.command(
      snoozeNotification.type,
      { notificationId: first.id, snooze: { minutes: 30 } },
      userId,
    );

    expect(answer).toMatchObject({ status: 200, json: { id: first.id, readAt: expect.any(String) } });
    expect(Date.parse(answer.json.snoozedUntil) - scene.now().getTime()).toBeGreaterThan(29 * 60_000);
    scene.moveClock(31 * 60_000);
    await scene.checking.tick();
    await scene.deliver();
    expect(await inboxOf(userId)).toMatchObject({
      unread: 1,
      items: [{ taskId: task.id }, { id: first.id }],
    });
    expect((await asking.ask('read-task', { taskId: task.id }, userId)).json).toMatchObject({
      due: null,
      version: 1,
      reminders: [{ state: 'sent', deliveries: [{ channel: 'in-app', state: 'sent' }] }],
    });
  });

  it('snoozes a task until a local moment; the last word holds', async () => {
    const { userId, task } = await reminded();
    const snooze = (fields: object) =>
      updating.command(snoozeTask.type, { taskId: task.id, snooze: fields }, userId);
    await snooze({ minutes: 5 });

    const later = await snooze({ until: scene.inMs(3_600_000).slice(0, 16), timezone: 'UTC' });

    expect(later).toMatchObject({ status: 200, json: { id: task.id } });
    scene.moveClock(6 * 60_000);
    await scene.checking.tick();
    await scene.deliver();
    expect((await inboxOf(userId)).items).toHaveLength(1);
  });

  it('refuses a snooze into the past, of a task that is done, and of a stranger', async () => {
    const { userId, task } = await reminded();
    const snooze = (fields: object, user = userId) =>
      updating.command(snoozeTask.type, { taskId: task.id, snooze: fields }, user);
    expect((await snooze({ until: '2020-01-01T10:00' })).json.code).toBe('snooze-not-ahead');
    expect((await snooze({ minutes: 0 })).json.code).toBe('invalid-request');
    expect((await snooze({ minutes: 5 }, (await scene.person()).userId)).json.code).toBe('task-not-found');
    await scene.sql()`update tasks set status = 'completed' where id = ${task.id}`;
    expect((await snooze({ minutes: 5 })).json.code).toBe('task-already-completed');
  });

  it('reads all, or those named, and nothing of anybody else', async () => {
    const ada = await reminded();
    const bob = await reminded();
    const [hers] = (await inboxOf(ada.userId)).items;
    const read = (user: string, data: object) => updating.command(readNotifications.type, data, user);

    expect((await read(bob.userId, { ids: [hers.id] })).json).toEqual({ read: 0 });
    expect((await read(bob.userId, {})).json).toEqual({ read: 1 });
    expect((await inboxOf(ada.userId)).unread).toBe(1);
    expect((await read(ada.userId, { ids: [hers.id] })).json).toEqual({ read: 1 });
  });

  it('sends a test on each channel, and says what is missing', async () => {
    const { userId, email } = await scene.person();
    // The token of a test says nothing of a confirmed address, and the function believes the token.
    const test = (channel: string) => updating.command(testChannel.type, { channel }, userId);
    expect(await test('push')).toMatchObject({
      status: 422,
      json: { code: 'channel-not-configured', detail: expect.stringContaining('browser') },
    });
    const browser = await scene.browserOf(userId);

    expect(await test('push')).toMatchObject({
      status: 200,
      json: { notificationIds: [expect.any(String)] },
    });
    expect((await test('in-app')).status).toBe(200);
    await scene.deliver();

    expect(browser.pushed()).toMatchObject([{ title: 'A test from Zerodo' }]);
    expect((await inboxOf(userId)).items).toMatchObject([{ kind: 'test', taskId: null }]);
    expect(scene.smtp.mailTo(email)).toHaveLength(0);
  });

  it('lists the channels with what is missing and what went wrong', async () => {
    const { userId } = await scene.person();
    const { items } = (await asking.ask('list-channels', {}, userId)).json;
    expect(items).toMatchObject([
      { channel: 'in-app', configured: true, breaker: 'closed' },
      { channel: 'email', configured: false, reason: expect.stringContaining('ZERODO_SMTP_URL') },
      { channel: 'push', configured: false, reason: expect.stringContaining('VAPID') },
    ]);
  });
});
