import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keepDeadLetter } from '@zerodo/store/dead-letters';
import { transaction } from '@zerodo/store/transaction';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import deadLetterResend from './handle.ts';

type Seen = { url: string; headers: IncomingHttpHeaders; body: string };

describe('dead-letter-resend', () => {
  const database = testDatabase();
  const seen: Seen[] = [];
  let answer = 204;
  const receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push({ url: request.url!, headers: request.headers, body });
    response.writeHead(answer, { 'kne-reason': 'invalid-request' }).end();
  });
  const env: Record<string, string> = {};
  beforeAll(async () => {
    await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
    env.ZERODO_FUNCTION_URL = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/{function}`;
  });
  const sending = testFunction(deadLetterResend, database, { env });
  afterAll(() => {
    receiver.close();
    receiver.closeAllConnections();
  });
  beforeEach(async () => {
    seen.length = 0;
    answer = 204;
    await database.owner()`truncate dead_letters, operator_actions`;
  });

  const operator = randomUUID();
  const ask = async (query: string, args: object, scope = 'read write operate') => {
    const token = await sending.issuer.token(operator, { scope });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return sending.post(headers, JSON.stringify(args), `/${query}`);
  };
  async function dead(subscription = 'Trigger/recurrence-spawn'): Promise<string> {
    const attributes = {
      specversion: '1.0',
      id: randomUUID(),
      type: 'dev.zerodo.task.completed.v1',
      source: '/zerodo/task-complete',
      subject: 'Grüße',
    };
    await transaction(database.worker(), { worker: 'test' }, (tx) =>
      keepDeadLetter(tx, subscription, { attributes, data: '{"a": 1}' }, { knativeerrordest: 'x' }),
    );
    const [letter] = await database.owner()`
      select id from dead_letters where attributes ->> 'id' = ${attributes.id}
    `;
    return letter!.id;
  }
  const resentAt = async (id: string) =>
    (await database.owner()`select replayed_at from dead_letters where id = ${id}`)[0]!.replayedAt;
  const actions = () => database.owner()`select user_id, action, subject, outcome from operator_actions`;

  it('sends the event as it was to the function that it was for, and notes down who asked', async () => {
    const id = await dead();

    expect(await ask('resend-dead-letter', { deadLetterId: id })).toMatchObject({
      status: 200,
      json: { id, taken: true, reason: '' },
    });

    expect(seen).toMatchObject([
      {
        url: '/recurrence-spawn',
        headers: { 'ce-type': 'dev.zerodo.task.completed.v1', 'ce-subject': 'Gr%C3%BC%C3%9Fe' },
        body: '{"a": 1}',
      },
    ]);
    expect(await resentAt(id)).toBeInstanceOf(Date);
    expect(await actions()).toEqual([
      { userId: operator, action: 'dead-letter.resend', subject: id, outcome: 'taken' },
    ]);
  });

  it('keeps what is refused again, with what was answered', async () => {
    const id = await dead();
    answer = 422;

    const { json } = await ask('resend-dead-letter', { deadLetterId: id });

    expect(json).toEqual({ id, taken: false, reason: '422 invalid-request' });
    expect(await resentAt(id)).toBeNull();
    expect(await actions()).toMatchObject([{ outcome: '422 invalid-request' }]);
  });

  it('sends all that wait, each to its own function, and stops at none', async () => {
    const ids = [await dead(), await dead('KafkaSource/audit-record'), await dead('Trigger/long-gone')];

    const { json } = await ask('resend-dead-letters', {});

    expect(json.left).toBe(1);
    expect(json.sent.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(json.sent.find(({ id }: { id: string }) => id === ids[2])).toMatchObject({ taken: false });
    expect(seen.map(({ url }) => url).sort()).toEqual(['/audit-record', '/recurrence-spawn']);
  });

  it('comes to all in turn, though a hundred are refused each time', async () => {
    for (let count = 0; count < 100; count++) await dead();
    const last = await dead();
    answer = 422;
    const sent = async (): Promise<string[]> =>
      (await ask('resend-dead-letters', {})).json.sent.map(({ id }: { id: string }) => id);

    expect(await sent()).not.toContain(last);
    expect(await sent()).toContain(last);
  });

  it('sends nothing to an address that is none of ours, nor for anybody but an operator', async () => {
    const id = await dead('Trigger/../../etc');
    expect(await ask('resend-dead-letter', { deadLetterId: id })).toMatchObject({
      ...{ status: 409, json: { code: 'dead-letter-unaddressed' } },
    });
    expect(await ask('resend-dead-letter', { deadLetterId: randomUUID() })).toMatchObject({
      ...{ status: 404, json: { code: 'dead-letter-not-found' } },
    });
    const good = await dead();
    for (const query of ['resend-dead-letter', 'resend-dead-letters']) {
      expect(await ask(query, { deadLetterId: good }, 'read write account')).toMatchObject({
        ...{ status: 403, json: { code: 'scope-missing' } },
      });
    }
    expect([seen, await actions()]).toEqual([[], []]);
  });

  it('forgets who it was when the account is gone', async () => {
    await ask('resend-dead-letter', { deadLetterId: await dead() });

    await transaction(database.app(), { user: operator }, (tx) => tx`select erase_person()`);

    expect(await actions()).toMatchObject([{ userId: null, outcome: 'taken' }]);
  });
});
