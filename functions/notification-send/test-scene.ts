import { randomUUID } from 'node:crypto';
import type { Preferences } from '@zerodo/domain/preferences';
import type { Task } from '@zerodo/domain/task';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { type Browser, testPush } from '@zerodo/testing/push';
import { testSmtp } from '@zerodo/testing/smtp';
import { vapidKeys } from '../../scripts/start/vapid.ts';
import digestSend from '../digest-send/handle.ts';
import notificationUpdate from '../notification-update/handle.ts';
import reminderDue from '../reminder-due/handle.ts';
import notificationSend from './handle.ts';

/** What ZERODO_SECRET_KEY was until it was changed. */
export const keyBefore = 'the key that was before, which is long enough';

/** Everything that tells people something, with a mail server and a push service of its own, and a clock to move. */
export function testScene() {
  let shift = 0;
  const now = () => new Date(Date.now() + shift);
  const database = testDatabase();
  const smtp = testSmtp();
  const keys = vapidKeys();
  const service = testPush(keys.public);
  const people = testPeople(database, now);
  const env = {
    ZERODO_PUBLIC_URL: 'https://todo.example.test',
    ZERODO_MAIL_FROM: 'Zerodo <todo@example.test>',
    ZERODO_SECRET_KEY: 'a key that only this test knows, long enough',
    ZERODO_SECRET_KEY_BEFORE: keyBefore,
    ZERODO_VAPID_PUBLIC_KEY: keys.public,
    ZERODO_VAPID_PRIVATE_KEY: keys.private,
    ZERODO_OUTBOUND_ALLOW: '127.0.0.1',
    // Known once its server listens, before anything reads it.
    get ZERODO_SMTP_URL() {
      return smtp.url();
    },
  };
  const sending = testFunction(notificationSend, database, { now, env });
  const updating = testFunction(notificationUpdate, database, { now, env });
  const checking = testFunction(reminderDue, database, { now, env });
  const digesting = testFunction(digestSend, database, { now, env });
  const sql = () => database.owner();
  const taken = new Set<string>();
  const known = new Map<string, object>();

  const scene = {
    database,
    smtp,
    service,
    people,
    sending,
    updating,
    checking,
    digesting,
    now,
    sql,
    moveClock: (ms: number) => {
      shift += ms;
    },
    inMs: (ms: number) => new Date(now().getTime() + ms).toISOString().slice(0, 19),

    /** Somebody with a confirmed address and these preferences. */
    async person(preferences: Partial<Preferences> = {}, over: object = {}) {
      const userId = randomUUID();
      const email = `${userId}@example.test`;
      const row = { userId, email, emailVerified: true, name: 'Ada', locale: 'en', timezone: 'UTC', ...over };
      known.set(userId, { email, emailVerified: true, name: row.name, locale: row.locale, ...over });
      await sql()`insert into preferences ${sql()({ ...row, settings: sql().json(preferences as never) })}`;
      return { userId, email };
    },

    async browserOf(userId: string): Promise<Browser> {
      const browser = service.browser();
      const row = { id: randomUUID(), userId, ...browser.subscription() };
      await sql()`insert into push_subscriptions ${sql()(row)}`;
      return browser;
    },

    /** Creates a task as its person would, whose token then says the same of the person as the scene. */
    async creates(userId: string, data: object): Promise<Task> {
      const task = await people.creates(userId, data);
      const person = known.get(userId);
      if (person) await sql()`update preferences set ${sql()(person as never)} where user_id = ${userId}`;
      return task;
    },

    /** A task that reminds its maker `ms` from now on these channels. */
    remindedIn: (userId: string, ms: number, over: object = {}): Promise<Task> =>
      scene.creates(userId, {
        title: 'Water the plants',
        reminders: [{ type: 'at', local: scene.inMs(ms), timezone: 'UTC', ...over }],
      }),

    /** Brings what was announced since the last time to notification-send, as a broker does; answers the statuses. */
    async deliver(types = ['reminder.due', 'notification.planned']): Promise<number[]> {
      const statuses: number[] = [];
      for (const type of types) {
        const events = await sql()`
          select id, type, data, user_id from events where type = ${`dev.zerodo.${type}.v1`} order by sequence
        `;
        for (const { id, type: whole, data, userId } of events) {
          if (taken.has(id)) continue;
          const { status } = await sending.event(whole, data, { id, userid: userId });
          statuses.push(status);
          if (status < 300) taken.add(id);
        }
      }
      return statuses;
    },

    ledgerOf: async (userId: string) => [
      ...(await sql()`
        select kind, channel, state, attempts, last_error, fire_at, read_at from notifications
        where user_id = ${userId} order by channel, created_at
      `),
    ],
  };
  return scene;
}
