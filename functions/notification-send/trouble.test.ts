import { randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { inboxId } from '@zerodo/domain/ids';
import { readConfig } from '@zerodo/runtime/config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mail } from './mail.ts';
import { testScene } from './test-scene.ts';
import type { Mail } from './work.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('when something goes wrong on the way', () => {
  const scene = testScene();
  const { smtp, moveClock } = scene;

  async function reminded(preferences: object = { channels: ['email'] }) {
    const person = await scene.person(preferences);
    const task = await scene.remindedIn(person.userId, 5_000);
    moveClock(6_000);
    await scene.checking.tick();
    return { ...person, task };
  }
  const stateOf = async (userId: string) => (await scene.ledgerOf(userId)).map(({ state }) => state);

  it('all that waited while the breaker was open comes once when the server is back, and no event is given up', async () => {
    const waiting = [];
    for (let made = 0; made < 12; made++) waiting.push(await reminded());
    smtp.answers(421);
    await scene.deliver(['reminder.due']);
    const statuses: number[] = [];
    for (let tried = 0; tried < 3; tried++) statuses.push(...(await scene.deliver()));
    // Five tries, and everybody else is put off without one.
    expect(statuses.filter((status) => status === 503).length).toBeLessThanOrEqual(5);
    expect(await scene.deliver()).toEqual([]);

    for (let waited = 0; waited < 5; waited++) {
      moveClock(16 * minute);
      await scene.checking.tick();
      await scene.deliver();
      await scene.deliver();
    }
    expect(await scene.deliver()).toEqual([]);
    smtp.answers(null);
    for (let waited = 0; waited < 2; waited++) {
      moveClock(16 * minute);
      await scene.checking.tick();
      await scene.deliver();
    }

    for (const { userId, email } of waiting) {
      expect(smtp.mailTo(email)).toHaveLength(1);
      expect(await stateOf(userId)).toEqual(['late']);
    }
  });

  it('after an outage of ours of two days a mail has a day of its own to be tried in', async () => {
    const { userId } = await scene.person({ channels: ['email'] });
    await scene.remindedIn(userId, 5_000);
    moveClock(2 * day);
    await scene.checking.tick();
    smtp.answers(451);
    await scene.deliver();
    expect(await stateOf(userId)).toEqual(['planned']);

    moveClock(day + minute);
    await scene.checking.tick();
    await scene.deliver();
    smtp.answers(null);

    expect(await stateOf(userId)).toEqual(['failed']);
    const failed = await scene.sql()`
      select data ->> 'reason' as reason from events
      where type = 'dev.zerodo.notification.failed.v1' and user_id = ${userId}
    `;
    expect(failed).toHaveLength(1);
    expect(await scene.deliver()).toEqual([204]);
  });

  it('a crash while an attempt is under way ends with its lease', async () => {
    const { userId, email } = await reminded();
    await scene.deliver(['reminder.due']);
    await scene.sql()`
      update notifications set state = 'sending', attempts = 1, lease_until = ${new Date(scene.now().getTime() + 90_000)}
      where user_id = ${userId}
    `;
    expect(await scene.deliver()).toEqual([503]);

    moveClock(91_000);
    expect(await scene.deliver()).toEqual([204]);
    expect(smtp.mailTo(email)).toHaveLength(1);
  });

  it('a crash after it was planned and announced to nobody is found by the check', async () => {
    const { userId, email } = await reminded();
    await scene.deliver(['reminder.due']);
    await scene.sql()`delete from events where type = 'dev.zerodo.notification.planned.v1' and user_id = ${userId}`;

    moveClock(16 * minute);
    await scene.checking.tick();
    await scene.deliver();

    expect(smtp.mailTo(email)).toHaveLength(1);
  });

  it('a browser with a key that is none is switched off, and its push service is not held to account', async () => {
    const { userId } = await scene.person({ channels: ['push'] });
    await scene.browserOf(userId);
    await scene.sql()`update push_subscriptions set p256dh = ${`B${'x'.repeat(86)}`} where user_id = ${userId}`;
    await scene.remindedIn(userId, 5_000);
    moveClock(6_000);
    await scene.checking.tick();

    expect(await scene.deliver()).toEqual([204, 204]);

    expect(await stateOf(userId)).toEqual(['failed']);
    expect(await scene.sql()`select target from circuit_breakers where target like 'push:%'`).toHaveLength(0);
  });

  it('a browser tells whoever allowed it last, and not who used it before', async () => {
    const [ada, bob] = [
      await scene.person({ channels: ['push'] }),
      await scene.person({ channels: ['push'] }),
    ];
    const browser = await scene.browserOf(ada.userId);
    const remind = async (userId: string, title: string) => {
      await scene.creates(userId, {
        title,
        reminders: [{ type: 'at', local: scene.inMs(5_000), timezone: 'UTC' }],
      });
      moveClock(6_000);
      await scene.checking.tick();
      await scene.deliver();
    };
    const row = { id: randomUUID(), userId: bob.userId, ...browser.subscription() };
    await scene.sql()`insert into push_subscriptions ${scene.sql()(row)}`;

    await remind(ada.userId, 'A secret of Ada’s');
    await remind(bob.userId, 'Milk');

    expect(browser.pushed().map(({ title }) => title)).toEqual(['Reminder: Milk']);
  });

  it('nobody is told of a task in a project that he does not belong to, whatever reminders are left', async () => {
    const owner = (await scene.person()).userId;
    const { userId } = await scene.person({ channels: ['in-app'] });
    const task = await scene.remindedIn(owner, 60 * minute);
    await scene.sql()`
      insert into reminders (id, task_id, project_id, user_id, ordinal, spec, fire_at, state)
      values (${randomUUID()}, ${task.id}, ${inboxId(owner)}, ${userId}, 0, '{"type":"before","minutes":0}',
              ${scene.now()}, 'planned')
    `;

    await scene.checking.tick();
    await scene.deliver();

    expect(await stateOf(userId)).toEqual([]);
  });

  it('two reminders that fall on the same moment are one', async () => {
    const { userId, email } = await scene.person({ channels: ['email'] });
    const local = scene.inMs(5_000);
    await scene.creates(userId, {
      title: 'x',
      due: { date: local.slice(0, 10), time: local.slice(11), timezone: 'UTC' },
      reminders: [
        { type: 'at', local, timezone: 'UTC' },
        { type: 'before', minutes: 0 },
      ],
    });
    moveClock(6_000);
    await scene.checking.tick();
    await scene.deliver();

    expect(smtp.mailTo(email)).toHaveLength(1);
    expect(await scene.sql()`select state from reminders where user_id = ${userId}`).toEqual([
      { state: 'sent' },
      { state: 'sent' },
    ]);
  });
});

describe('a mail server that talks on and on', () => {
  const sockets = new Set<Socket>();
  // A greeting of many lines, of which none is the last.
  const server = createServer((socket) => {
    sockets.add(socket);
    const drip = setInterval(() => socket.write('220-still here\r\n'), 10);
    socket.on('close', () => {
      clearInterval(drip);
      sockets.delete(socket);
    });
    socket.on('error', () => {});
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

  it('is left within the time of an attempt', async () => {
    const { port } = server.address() as { port: number };
    const config = readConfig({
      ZERODO_SMTP_URL: `smtp://127.0.0.1:${port}`,
      ZERODO_MAIL_FROM: 'todo@example.test',
      ZERODO_PUBLIC_URL: 'https://todo.example.test',
      ZERODO_SECRET_KEY: 'a key that only this test knows, long enough',
    });
    const message = {
      userId: randomUUID(),
      kind: 'test',
      task: null,
      actorName: null,
      person: { name: null, locale: 'en', timezone: 'UTC' },
    };
    const work = {
      id: randomUUID(),
      channel: 'email',
      address: 'ada@example.test',
      digest: null,
      late: false,
    };

    const attempt = await mail(
      { ...work, message } as unknown as Mail,
      { config, now: () => new Date() },
      300,
    );

    expect(attempt).toMatchObject({ outcome: 'again' });
    await expect.poll(() => sockets.size).toBe(0);
  });
});
