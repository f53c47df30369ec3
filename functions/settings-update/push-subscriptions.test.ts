import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { addPushSubscription, deletePushSubscription } from '@zerodo/domain/settings-commands';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskQuery from '../task-query/handle.ts';
import settingsUpdate from './handle.ts';

const keys = () => ({
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
});
const browser = () => ({ endpoint: `https://push.example.com/send/${randomUUID()}`, keys: keys() });

describe('push subscriptions', () => {
  const database = testDatabase();
  const served = testFunction(settingsUpdate, database);
  const queries = testFunction(taskQuery, database, { env: { ZERODO_VAPID_PUBLIC_KEY: 'BPublic' } });
  const withoutKeys = testFunction(taskQuery, database);
  const add = (data: object, user: string) => served.command(addPushSubscription.type, data, user);
  const list = async (user: string) => (await queries.ask('list-push-subscriptions', {}, user)).json.items;

  it('are kept and shown without what could be used to write to them', async () => {
    const user = randomUUID();
    const subscription = browser();

    const { status, json } = await add(subscription, user);

    expect(status).toBe(201);
    expect(json).toMatchObject({ host: 'push.example.com', lastSuccessAt: null, disabledReason: null });
    expect(await list(user)).toEqual([json]);
    expect(JSON.stringify(json)).not.toContain(subscription.endpoint.split('/').at(-1));
  });

  it('are the same for the same address, with its newest keys, and tried again', async () => {
    const user = randomUUID();
    const first = browser();
    const { id } = (await add(first, user)).json;
    await database.owner()`update push_subscriptions set disabled_at = now(), disabled_reason = 'gone' where id = ${id}`;

    const again = await add({ ...first, keys: keys() }, user);

    expect([again.status, again.json.id, again.json.disabledAt]).toEqual([200, id, null]);
    expect(await list(user)).toHaveLength(1);
  });

  it('have an address of ASCII, as browsers give it', async () => {
    const endpoint = `https://push.example.com/${'ü'.repeat(1_500)}`;

    expect((await add({ ...browser(), endpoint }, randomUUID())).status).toBe(422);
  });

  it('are deleted by their owner and nobody else', async () => {
    const user = randomUUID();
    const { id } = (await add(browser(), user)).json;
    const remove = (by: string) => served.command(deletePushSubscription.type, { subscriptionId: id }, by);

    expect(await remove(randomUUID())).toMatchObject({
      status: 404,
      json: { code: 'push-subscription-not-found' },
    });
    expect((await remove(user)).status).toBe(200);
    expect(await list(user)).toEqual([]);
  });

  it('are at most fifty', async () => {
    const user = randomUUID();

    const made = await Promise.all(Array.from({ length: 51 }, () => add(browser(), user)));

    expect(made.map(({ json }) => json.code).filter(Boolean)).toEqual(['too-many-push-subscriptions']);
    expect(await list(user)).toHaveLength(50);
  });

  it.each([
    ['an address inside', 'target-refused', { endpoint: 'https://192.168.1.1/' }],
    ['an address without TLS', 'target-refused', { endpoint: 'http://push.example.com/' }],
    ['a key that is none', 'invalid-request', { keys: { p256dh: 'BAD', auth: keys().auth } }],
    [
      'a secret that is too long',
      'invalid-request',
      { keys: { p256dh: keys().p256dh, auth: 'x'.repeat(23) } },
    ],
  ])('refuse %s', async (_, code, data) => {
    expect(await add({ ...browser(), ...data }, randomUUID())).toMatchObject({ status: 422, json: { code } });
  });

  it('begin with the key of this installation, where it has one', async () => {
    expect((await queries.ask('read-push-key', {}, randomUUID())).json).toEqual({ publicKey: 'BPublic' });
    expect(await withoutKeys.ask('read-push-key', {}, randomUUID())).toMatchObject({
      status: 404,
      json: { code: 'push-not-configured' },
    });
  });
});
