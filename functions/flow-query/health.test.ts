import { randomUUID } from 'node:crypto';
import { createTask } from '@zerodo/domain/commands';
import { operatorsHealth } from '@zerodo/domain/health';
import { noteFailure } from '@zerodo/store/circuit-breakers';
import { transaction } from '@zerodo/store/transaction';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { until } from '@zerodo/testing/until';
import { describe, expect, it } from 'vitest';
import outboxRelay from '../outbox-relay/handle.ts';
import taskCreate from '../task-create/handle.ts';
import flowQuery from './handle.ts';

describe('the health that operators see', () => {
  const database = testDatabase();
  const asking = testFunction(flowQuery, database);
  const creating = testFunction(taskCreate, database);
  const relaying = testFunction(outboxRelay, database);
  const withKafka = testFunction(flowQuery, database, { env: { KAFKA_BROKERS: '127.0.0.1:9' } });

  const relayingToKafka = testFunction(outboxRelay, database, { env: { KAFKA_BROKERS: '127.0.0.1:9' } });

  const ask = async (served = asking, scope = 'read write operate') => {
    const token = await served.issuer.token(randomUUID(), { scope });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return served.post(headers, '{}', '/read-health');
  };
  const read = async (served = asking) => operatorsHealth.parse((await ask(served)).json);

  it('is nobody’s else', async () => {
    expect(await ask(asking, 'read write account')).toMatchObject({
      status: 403,
      json: { code: 'scope-missing' },
    });
  });

  it('tells what waits for the log and for how long, and nothing once the relay was there', async () => {
    await creating.command(createTask.type, { title: 'Very secret' }, randomUUID());
    const before = await read();
    expect(before.log).toMatchObject({ kind: 'postgres', waiting: 1 });
    expect(before.log.oldestSeconds).toBeGreaterThan(0);

    await relaying.tick();

    await until(async () => (await read()).log.relayedAt !== null);
    const after = await read();
    expect(after.log).toMatchObject({ waiting: 0, oldestSeconds: 0, relaysFailed: 0 });
    expect(JSON.stringify(after)).not.toContain('secret');
  });

  it('counts what is in the table’s log and not in Kafka as waiting', async () => {
    expect((await read(withKafka)).log).toMatchObject({ kind: 'kafka', waiting: 1 });
  });

  it('tells how full the database is', async () => {
    const { postgres } = await read();
    expect(postgres.connections).toBeGreaterThan(0);
    expect(postgres.maxConnections).toBeGreaterThan(postgres.connections);
    expect(postgres.bytes).toBeGreaterThan(1_000_000);
    expect(postgres.readOnly).toBe(false);
  });

  it('tells that the database can only be read, and is not in the way of it', async () => {
    const [{ name } = {}] = await database.owner()`select current_database() as name`;
    const reconnect = () => database.owner()`
      select pg_terminate_backend(pid) from pg_stat_activity where usename = 'zerodo_worker' and datname = ${name}
    `;
    await database.owner().unsafe(`alter database ${name} set default_transaction_read_only = on`);
    await reconnect();
    try {
      expect((await read()).postgres.readOnly).toBe(true);
    } finally {
      await database.owner().unsafe(`alter database ${name} reset default_transaction_read_only`);
      await reconnect();
    }
    expect((await read()).postgres.readOnly).toBe(false);
  });

  it('tells how far each consumer is, and what failed', async () => {
    await database.owner()`
      insert into log_cursors (consumer_group, position) values ('Trigger/stats-record', 0)
      on conflict (consumer_group) do update set position = 0
    `;
    await database.owner()`
      insert into steps (function, event_id, type, trace_id, began_at, ms, outcome)
      values ('stats-record', 'e', 't', 'x', now(), 1, 'done'), ('stats-record', 'e', 't', 'x', now(), 1, 'fault')
    `;
    const known = async (served = asking) =>
      (await read(served)).consumers.find((one) => one.function === 'stats-record');

    expect(await known()).toMatchObject({ behind: 1, handled: 1, failed: 1, lastAt: expect.any(String) });
    expect(await known(withKafka)).toMatchObject({ behind: null, handled: 1 });
    const names = (await read()).consumers.map((one) => one.function);
    expect(names).toEqual(expect.arrayContaining(['recurrence-spawn', 'audit-record', 'notification-send']));
    expect(names).not.toContain('task-query');
  });

  it('names what is left alone for a while, and not why', async () => {
    const fail = () =>
      transaction(database.worker(), { worker: 'test' }, (tx) =>
        noteFailure(tx, 'smtp', 'ada@example.test is unknown', new Date()),
      );
    for (let n = 0; n < 5; n++) await fail();

    const { breakers } = await read();
    expect(breakers).toMatchObject([{ target: 'smtp', state: 'open', failures: 5 }]);
    expect(JSON.stringify(breakers)).not.toContain('ada@');
  });

  it('tells what waits while Kafka is away, and that the relay fails; what people do goes on', async () => {
    await relaying.tick();
    expect((await creating.command(createTask.type, { title: 'Dig' }, randomUUID())).status).toBe(201);

    expect(await relayingToKafka.tick()).toMatchObject({ status: 503 });

    await until(async () => (await read(withKafka)).log.relaysFailed > 0);
    const { log } = await read(withKafka);
    expect(log.waiting).toBeGreaterThan(0);
    expect(log.oldestSeconds).toBeGreaterThan(0);
  }, 40_000);
});
