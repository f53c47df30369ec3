import { randomUUID } from 'node:crypto';
import * as commands from '@zerodo/domain/webhook-commands';
import { sealWith } from '@zerodo/runtime/sealing';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskQuery from '../task-query/handle.ts';
import settingsUpdate from './handle.ts';

const url = 'https://hooks.example.com/zerodo?token=hers';
const key = 'only for tests, but thirty-two characters';

describe('webhooks', () => {
  const database = testDatabase();
  const served = testFunction(settingsUpdate, database, {
    env: { ZERODO_SECRET_KEY: key, ZERODO_OUTBOUND_ALLOW: 'hooks.internal' },
  });
  const withoutKey = testFunction(settingsUpdate, database);
  const queries = testFunction(taskQuery, database);
  const create = (data: object, user: string, id: string = randomUUID()) =>
    served.command(commands.createWebhook.type, { url, ...data }, user, { id });
  const change = (webhookId: string, changes: object, user: string) =>
    served.command(commands.updateWebhook.type, { webhookId, changes }, user);
  const on = (type: string, webhookId: string, user: string) => served.command(type, { webhookId }, user);
  const list = async (user: string) => (await queries.ask('list-webhooks', {}, user)).json.items;
  const row = async (id: string) => (await database.owner()`select * from webhooks where id = ${id}`)[0]!;

  it('are made with a secret that is shown once and kept sealed', async () => {
    const user = randomUUID();
    const id = randomUUID();

    const { status, json } = await create({ description: 'CI' }, user, id);

    expect(status).toBe(201);
    expect(json).toMatchObject({
      url,
      description: 'CI',
      types: [...commands.webhookTypes],
      enabled: true,
      version: 1,
    });
    expect(Buffer.from(json.secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    const { secret, ...shown } = json;
    expect(await list(user)).toEqual([shown]);
    expect(sealWith(key).open((await row(json.id)).secret, `webhook ${json.id}`)).toBe(secret);
    const [kept] = await database.owner()`
      select (select string_agg(i::text, '') from inbox i) || (select string_agg(w::text, '') from webhooks w) as everything
    `;
    expect(kept!.everything).not.toContain(secret.slice(6));
    expect((await create({ description: 'CI' }, user, id)).json).toEqual({ ...shown, secret: null });
  });

  it('change, go off and come on again without what was held against them', async () => {
    const user = randomUUID();
    const { id } = (await create({}, user)).json;
    await database.owner()`update webhooks set failures = 7, failing_since = now() where id = ${id}`;

    const off = (await change(id, { enabled: false, types: ['dev.zerodo.task.completed.v1'] }, user)).json;
    expect(off).toMatchObject({ enabled: false, types: ['dev.zerodo.task.completed.v1'], url, version: 2 });
    const again = (await change(id, { enabled: true, types: null }, user)).json;
    expect(again).toMatchObject({
      enabled: true,
      disabledAt: null,
      failures: 0,
      failingSince: null,
      version: 3,
    });
    expect(again.types).toEqual(commands.webhookTypes);
  });

  it('get a new secret, and the old one is good for a day', async () => {
    const user = randomUUID();
    const { id, secret } = (await create({}, user)).json;

    const { json } = await on(commands.rotateWebhook.type, id, user);

    const { previousSecret, previousUntil } = await row(id);
    expect(json.secret).not.toBe(secret);
    expect(sealWith(key).open(previousSecret, `webhook ${id}`)).toBe(secret);
    expect(Math.round((previousUntil - Date.now()) / 3_600_000)).toBe(24);
  });

  it('send a test on the way of all events', async () => {
    const user = randomUUID();
    const { id } = (await create({}, user)).json;

    const { status, json } = await on(commands.testWebhook.type, id, user);

    expect([status, json.state, json.type]).toEqual([201, 'planned', 'dev.zerodo.webhook.tested.v1']);
    const events =
      await database.owner()`select type, data from events where user_id = ${user} order by sequence`;
    expect(events).toEqual([
      { type: 'dev.zerodo.webhook.tested.v1', data: { webhookId: id, userId: user } },
      { type: 'dev.zerodo.webhook.planned.v1', data: { deliveryId: json.id } },
    ]);
    expect((await queries.ask('list-webhook-deliveries', { webhookId: id }, user)).json.items).toEqual([
      json,
    ]);
  });

  it('are not made where nothing can be sealed', async () => {
    expect(await withoutKey.command(commands.createWebhook.type, { url }, randomUUID())).toMatchObject({
      status: 404,
      json: { code: 'webhooks-not-configured' },
    });
  });

  it('go only to addresses outside, unless the installation opens one', async () => {
    const user = randomUUID();
    for (const inside of [
      'http://example.com/',
      'https://127.0.0.1/',
      'https://10.0.0.8/x',
      'https://[::1]/',
      'nowhere',
    ]) {
      expect(await create({ url: inside }, user)).toMatchObject({
        status: 422,
        json: { code: 'target-refused' },
      });
    }
    const { json } = await create({ url: 'http://hooks.internal/' }, user);
    expect((await change(json.id, { url: 'https://localhost/' }, user)).json.code).toBe('target-refused');
  });

  it('are at most twenty, also when they come at once', async () => {
    const user = randomUUID();

    const made = await Promise.all(Array.from({ length: 23 }, () => create({}, user)));

    expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(made.find(({ status }) => status !== 201)).toMatchObject({
      status: 422,
      json: { code: 'too-many-webhooks' },
    });
  });

  it('watch a project that their owner belongs to, if only to look', async () => {
    const [task] = await given(database.owner(), aTask());
    const viewer = randomUUID();

    expect((await create({ projectId: task.projectId }, viewer)).json.code).toBe('project-not-found');
    await database.owner()`insert into project_members values (${task.projectId}, ${viewer}, 'viewer')`;
    expect((await create({ projectId: task.projectId }, viewer)).status).toBe(201);
  });

  it('are nobody else’s', async () => {
    const { id } = (await create({}, randomUUID())).json;
    const stranger = randomUUID();

    expect(await list(stranger)).toEqual([]);
    for (const type of [
      commands.deleteWebhook.type,
      commands.rotateWebhook.type,
      commands.testWebhook.type,
    ]) {
      expect(await on(type, id, stranger)).toMatchObject({
        status: 404,
        json: { code: 'webhook-not-found' },
      });
    }
    expect((await change(id, { enabled: false }, stranger)).status).toBe(404);
    expect((await queries.ask('list-webhook-deliveries', { webhookId: id }, stranger)).status).toBe(404);
    expect((await row(id)).version).toBe(1);
  });

  it('are gone with their deliveries', async () => {
    const user = randomUUID();
    const { id } = (await create({}, user)).json;
    await on(commands.testWebhook.type, id, user);

    expect((await on(commands.deleteWebhook.type, id, user)).json).toEqual({ id, deleted: true });
    expect(await list(user)).toEqual([]);
    expect(await database.owner()`select from webhook_deliveries where webhook_id = ${id}`).toHaveLength(0);
  });

  it.each([
    ['a type that is none', { types: ['dev.zerodo.task.exploded.v1'] }],
    ['a type that stays inside', { types: ['dev.zerodo.webhook.planned.v1'] }],
    ['no type at all', { types: [] }],
    ['an address of 2,001 characters', { url: `https://example.com/${'x'.repeat(1_981)}` }],
    ['a description of 201 characters', { description: 'x'.repeat(201) }],
  ])('refuse %s', async (_, data) => {
    expect(await create(data, randomUUID())).toMatchObject({
      status: 422,
      json: { code: 'invalid-request' },
    });
  });
});
