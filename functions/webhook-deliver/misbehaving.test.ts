import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebhook, testWebhook } from '@zerodo/domain/webhook-commands';
import { testLog } from '@zerodo/testing/brought';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import settingsUpdate from '../settings-update/handle.ts';
import taskQuery from '../task-query/handle.ts';
import webhookDeliver from './handle.ts';

const env = { ZERODO_SECRET_KEY: 'only for tests, but thirty-two characters' };
const url = 'https://hooks.example.com/zerodo';
const minutes = (count: number) => count * 60_000;
const days = (count: number) => minutes(count * 24 * 60);

describe('a webhook that misbehaves', () => {
  let at = Date.now();
  const now = () => new Date(at);
  const database = testDatabase();
  const people = testPeople(database, now);
  const settings = testFunction(settingsUpdate, database, { env, now });
  const queries = testFunction(taskQuery, database, { now });
  const served = testFunction(webhookDeliver, database, { env, now });
  const log = testLog(database, served);

  const outside = setupServer();
  let calls = 0;
  const answers = (answer: () => Response) => {
    calls = 0;
    outside.use(
      http.post(url, () => {
        calls++;
        return answer();
      }),
    );
  };
  beforeAll(() => outside.listen({ onUnhandledFrame: 'bypass' }));
  afterEach(() => outside.resetHandlers());
  afterAll(() => outside.close());

  const hooked = async () => {
    const user = people.person();
    const { id } = (await settings.command(createWebhook.type, { url }, user)).json;
    await settings.command(testWebhook.type, { webhookId: id }, user);
    const [delivery] = await database.owner()`select id from webhook_deliveries where webhook_id = ${id}`;
    const deliver = () =>
      served.event('dev.zerodo.webhook.planned.v1', { deliveryId: delivery!.id }, { userid: user });
    const read = async () => ({
      webhook: (await queries.ask('list-webhooks', {}, user)).json.items[0],
      delivery: (await queries.ask('list-webhook-deliveries', { webhookId: id }, user)).json.items[0],
    });
    return { user, id, deliver, read };
  };

  it('is tried again at once a few times, then later and later, and never by two at a time', async () => {
    const { deliver, read } = await hooked();
    answers(() => new HttpResponse(null, { status: 500 }));

    const statuses = [];
    for (let attempt = 0; attempt < 5; attempt++) statuses.push((await deliver()).status);

    // The fifth time the log is told that it is done with: from here on the tick brings it.
    expect(statuses).toEqual([503, 503, 503, 503, 204]);
    expect(calls).toBe(4);
    const { delivery, webhook } = await read();
    expect(delivery).toMatchObject({ state: 'planned', attempts: 4, status: 500, error: 'It answered 500.' });
    expect(Date.parse(delivery.nextAt) - at).toBe(minutes(5));
    expect(webhook).toMatchObject({ enabled: true, failures: 4, failingSince: now().toISOString() });
  });

  it('is tried again as soon as an attempt that died is over, and not only when somebody looks what is left', async () => {
    const { deliver, read } = await hooked();
    // As a process leaves it that is killed while it waits for the answer.
    await database.owner()`
      update webhook_deliveries set attempts = 1, leased_until = ${new Date(at + 30_000)} where state = 'planned'
    `;
    answers(() => new HttpResponse(null, { status: 204 }));

    const early = await deliver();
    at += 30_000;
    const late = await deliver();

    expect([early.status, early.headers.get('retry-after'), late.status]).toEqual([503, '30', 204]);
    expect(calls).toBe(1);
    expect((await read()).delivery).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('is announced again when its time has come, and only then', async () => {
    const { user, id, deliver, read } = await hooked();
    answers(() => HttpResponse.error());
    for (let attempt = 0; attempt < 4; attempt++) await deliver();
    const announced = async () =>
      (await database.owner()`select from events where subject = ${id} and type like '%planned%'`).length;
    await log.bring(user);

    at += minutes(4);
    await served.tick();
    expect(await announced()).toBe(1);
    at += minutes(1);
    await Promise.all([served.tick(), served.tick()]);
    expect(await announced()).toBe(2);

    answers(() => new HttpResponse(null, { status: 202 }));
    await log.bring(user);
    expect(await read()).toMatchObject({
      delivery: { state: 'sent', attempts: 5, status: 202, error: null, nextAt: null },
      webhook: { failures: 0, failingSince: null, lastSuccessAt: now().toISOString() },
    });
  });

  it('is left alone for as long as it asks', async () => {
    const { deliver, read } = await hooked();
    answers(() => new HttpResponse(null, { status: 429, headers: { 'retry-after': '120' } }));

    const first = await deliver();
    at += minutes(1);
    await deliver();

    expect([first.status, first.headers.get('retry-after'), calls]).toEqual([503, '120', 1]);
    const { delivery } = await read();
    expect(Date.parse(delivery.nextAt) - at).toBe(minutes(1));
    at += minutes(1);
    await deliver();
    expect(calls).toBe(2);
  });

  it('is not followed to where it redirects', async () => {
    const { deliver, read } = await hooked();
    answers(() => new HttpResponse(null, { status: 307, headers: { location: 'http://169.254.169.254/' } }));

    await deliver();

    expect((await read()).delivery).toMatchObject({
      status: 307,
      error: 'It answered a redirect, which is not followed.',
    });
  });

  it('is not called where it leads to an address inside by now', async () => {
    let connections = 0;
    const inside = createServer().on('connection', () => connections++);
    await new Promise<void>((listening) => inside.listen(0, '127.0.0.1', listening));
    const { port } = inside.address() as AddressInfo;
    const { id, deliver, read } = await hooked();
    await database.owner()`update webhooks set url = ${`https://127.0.0.1:${port}/`} where id = ${id}`;

    await deliver();

    inside.close();
    expect(connections).toBe(0);
    expect((await read()).delivery).toMatchObject({
      state: 'planned',
      status: null,
      error: 'It lies within a private network, which is not called.',
    });
  });

  it('may answer as much as it likes', async () => {
    const { deliver, read } = await hooked();
    answers(() => new HttpResponse('x'.repeat(2_000_000), { status: 200 }));

    expect((await deliver()).status).toBe(204);
    expect((await read()).delivery.state).toBe('sent');
  });

  it('is switched off when it says that it is gone, and its owner is told', async () => {
    const { user, deliver, read } = await hooked();
    answers(() => new HttpResponse(null, { status: 410 }));

    expect((await deliver()).status).toBe(204);

    const { webhook, delivery } = await read();
    expect(webhook).toMatchObject({ enabled: false, disabledReason: 'It answered 410: it is gone.' });
    expect(delivery.state).toBe('failed');
    expect((await queries.ask('list-notifications', {}, user)).json.items).toMatchObject([
      { kind: 'webhook-off', title: 'hooks.example.com: It answered 410: it is gone.', taskId: null },
    ]);
  });

  it('is switched off once nothing has arrived for five days, and what is planned is called off', async () => {
    const { id, user, deliver, read } = await hooked();
    await settings.command(testWebhook.type, { webhookId: id }, user);
    answers(() => new HttpResponse(null, { status: 502 }));
    await deliver();
    await database.owner()`update webhooks set failures = 19 where id = ${id}`;
    await database.owner()`update webhook_deliveries set created_at = ${new Date(at + days(4))} where webhook_id = ${id}`;

    at += days(5);
    await deliver();

    expect((await read()).webhook).toMatchObject({
      enabled: false,
      disabledReason: 'Nothing has arrived there for five days.',
    });
    const states = await database.owner()`select state from webhook_deliveries where webhook_id = ${id}`;
    expect(states).toEqual([{ state: 'cancelled' }, { state: 'cancelled' }]);
  });

  it('is left alone by its breaker, which costs no message an attempt, and probed later', async () => {
    const { user, id } = await hooked();
    for (let more = 0; more < 6; more++) await settings.command(testWebhook.type, { webhookId: id }, user);
    answers(() => HttpResponse.error());

    const statuses = await log.bring(user);

    expect(calls).toBe(5);
    expect(statuses.filter((status) => status === 503)).toHaveLength(5);
    const untried = await database.owner()`
      select state from webhook_deliveries where webhook_id = ${id} and attempts = 0
    `;
    expect(untried).toEqual([{ state: 'planned' }, { state: 'planned' }]);
    answers(() => new HttpResponse(null, { status: 200 }));
    at += minutes(5);
    await served.tick();
    await log.bring(user);
    const states =
      await database.owner()`select distinct state from webhook_deliveries where webhook_id = ${id}`;
    expect(states).toEqual([{ state: 'sent' }]);
  });

  it('is given up for a message that is three days old', async () => {
    const { deliver, read } = await hooked();
    answers(() => new HttpResponse(null, { status: 503 }));
    at += days(3);

    await deliver();

    expect((await read()).delivery).toMatchObject({ state: 'failed', nextAt: null });
    expect((await deliver()).status).toBe(204);
    expect(calls).toBe(1);
  });
});
