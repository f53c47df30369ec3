import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebhook, rotateWebhook, testWebhook, updateWebhook } from '@zerodo/domain/webhook-commands';
import { testLog } from '@zerodo/testing/brought';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import settingsUpdate from '../settings-update/handle.ts';
import webhookDeliver from './handle.ts';

const env = {
  ZERODO_SECRET_KEY: 'only for tests, but thirty-two characters',
  ZERODO_OUTBOUND_ALLOW: '127.0.0.1',
};

type Got = { headers: Record<string, string>; body: string };

describe('webhook-deliver', () => {
  const database = testDatabase();
  const people = testPeople(database);
  const settings = testFunction(settingsUpdate, database, { env });
  const clock = { behindMs: 0 };
  const now = () => new Date(Date.now() - clock.behindMs);
  const served = testFunction(webhookDeliver, database, { env, now });
  const log = testLog(database, served);

  const got: Got[] = [];
  const receiver = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
    got.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() });
    response.writeHead(204).end();
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?token=hers`;
  });
  beforeEach(() => {
    got.length = 0;
    clock.behindMs = 0;
  });
  afterAll(() => {
    receiver.close();
    receiver.closeAllConnections();
  });

  const hook = async (user: string, data: object = {}) =>
    (await settings.command(createWebhook.type, { url, ...data }, user)).json as {
      id: string;
      secret: string;
    };
  const deliveries = (webhookId: string) =>
    database.owner()`select * from webhook_deliveries where webhook_id = ${webhookId} order by created_at`;
  const member = (projectId: string, user: string, role = 'viewer') =>
    database.owner()`insert into project_members values (${projectId}, ${user}, ${role})`;

  it('sends a whole CloudEvent that the public library verifies, once', async () => {
    const user = people.person();
    const { id, secret } = await hook(user);
    const task = await people.creates(user, { title: 'Buy milk', notes: 'two' });

    await log.bring(user);
    await log.bring(user);

    expect(got).toHaveLength(1);
    const [{ headers, body } = {} as Got] = got;
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      specversion: '1.0',
      type: 'dev.zerodo.task.created.v1',
      subject: task.id,
      data: { task: { title: 'Buy milk', notes: 'two' }, actor: user },
    });
    expect(headers['content-type']).toMatch('application/cloudevents+json');
    const [delivery] = await deliveries(id);
    expect(delivery).toMatchObject({ state: 'sent', attempts: 1, status: 204, error: null });
    expect(headers['webhook-id']).toBe(delivery!.id);
  });

  it('sends at once, also where the clock of who planned it is ahead of ours', async () => {
    const user = people.person();
    const { id } = await hook(user);
    await people.creates(user, { title: 'Buy milk' });
    await log.bring(user, { types: ['dev.zerodo.task.created.v1'] });
    clock.behindMs = 3_600_000;

    await log.bring(user);

    expect(got).toHaveLength(1);
    expect(await deliveries(id)).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('is not believed when a word of it is another, when it is another’s, or when it is old', async () => {
    const user = people.person();
    const { secret } = await hook(user);
    await people.creates(user, { title: 'Buy milk' });
    await log.bring(user);

    const [{ headers, body } = {} as Got] = got;
    const of = new Webhook(secret);
    const long = String(Number(headers['webhook-timestamp']) - 600);
    expect(of.verify(body, headers)).toBeTruthy();
    expect(() => of.verify(body.replace('milk', 'wine'), headers)).toThrow('No matching signature');
    expect(() => of.verify(body, { ...headers, 'webhook-id': 'another' })).toThrow('No matching signature');
    expect(() => of.verify(body, { ...headers, 'webhook-timestamp': long })).toThrow('too old');
    expect(() => new Webhook(randomBytes(32).toString('base64')).verify(body, headers)).toThrow(
      'No matching',
    );
  });

  it('signs with the old secret as well on the day of a change', async () => {
    const user = people.person();
    const { id, secret } = await hook(user);
    const rotated = (await settings.command(rotateWebhook.type, { webhookId: id }, user)).json;
    await people.creates(user, { title: 'Buy milk' });
    await log.bring(user);

    const [{ headers, body } = {} as Got] = got;
    expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
    expect(new Webhook(rotated.secret).verify(body, headers)).toBeTruthy();

    await database.owner()`update webhooks set previous_until = now() where id = ${id}`;
    await people.creates(user, { title: 'Buy bread' });
    await log.bring(user);
    expect(() => new Webhook(secret).verify(got[1]!.body, got[1]!.headers)).toThrow();
  });

  it('sends each webhook what it asked for', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Buy milk' });
    const elsewhere = randomUUID();
    await database.owner()`insert into projects (id, owner_id, name) values (${elsewhere}, ${user}, 'Garden')`;
    await member(elsewhere, user, 'owner');
    const completed = await hook(user, { types: ['dev.zerodo.task.completed.v1'] });
    const garden = await hook(user, { projectId: elsewhere });
    const inbox = await hook(user, { projectId: task.projectId });
    const off = await hook(user);
    await settings.command(updateWebhook.type, { webhookId: off.id, changes: { enabled: false } }, user);

    await log.bring(user);

    const counts = await Promise.all(
      [completed, garden, inbox, off].map(async ({ id }) => (await deliveries(id)).length),
    );
    expect(counts).toEqual([0, 0, 1, 0]);
  });

  it('tells those who belong to the project, without the reminders of somebody else', async () => {
    const [ada, ben, stranger] = [people.person(), people.person(), people.person()];
    const due = { date: '2199-01-01', time: '09:00' };
    const task = await people.creates(ada, {
      title: 'Buy milk',
      due,
      reminders: [{ type: 'before', minutes: 5 }],
    });
    await member(task.projectId, ben);
    const hooks = [await hook(ada), await hook(ben), await hook(stranger)];

    for (const user of [ada, ben, stranger]) await log.bring(user);

    expect(got).toHaveLength(2);
    const reminders = (secret: string) =>
      got
        .filter(({ headers, body }) => verifies(secret, body, headers))
        .map(({ body }) => JSON.parse(body).data.task.reminders.length);
    expect(hooks.map(({ secret }) => reminders(secret))).toEqual([[1], [0], []]);
  });

  it('tells nothing to somebody who has left meanwhile', async () => {
    const [ada, ben] = [people.person(), people.person()];
    const task = await people.creates(ada, { title: 'Secret from now on' });
    await member(task.projectId, ben);
    const { id } = await hook(ben);
    await log.bring(ada, { types: ['dev.zerodo.task.created.v1'] });
    await database.owner()`delete from project_members where project_id = ${task.projectId} and user_id = ${ben}`;

    await log.bring(ben);

    expect(got).toEqual([]);
    expect(await deliveries(id)).toMatchObject([{ state: 'cancelled', attempts: 0 }]);
  });

  it('sends a test, and that to a webhook that is off as well', async () => {
    const user = people.person();
    const { id, secret } = await hook(user);
    await settings.command(updateWebhook.type, { webhookId: id, changes: { enabled: false } }, user);
    await settings.command(testWebhook.type, { webhookId: id }, user);

    await log.bring(user);

    expect(got.map(({ body, headers }) => new Webhook(secret).verify(body, headers))).toMatchObject([
      { type: 'dev.zerodo.webhook.tested.v1', data: { webhookId: id } },
    ]);
  });

  it('believes no event that is not in the table', async () => {
    const user = people.person();
    const { id } = await hook(user);
    const data = { task: await people.creates(user, { title: 'Real' }), changed: [], actor: user };

    for (const forged of [randomUUID(), 'not-even-an-id']) {
      expect(
        (await served.event('dev.zerodo.task.updated.v1', data, { id: forged, userid: user })).status,
      ).toBe(204);
    }
    expect((await served.event('dev.zerodo.webhook.planned.v1', { deliveryId: randomUUID() })).status).toBe(
      204,
    );
    expect(await deliveries(id)).toEqual([]);
  });

  const verifies = (secret: string, body: string, headers: Record<string, string>): boolean => {
    try {
      return Boolean(new Webhook(secret).verify(body, headers));
    } catch {
      return false;
    }
  };
});
