import { randomUUID } from 'node:crypto';
import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import { record } from '@zerodo/store/events';
import { numberWaiting } from '@zerodo/store/log-positions';
import type { Tx } from '@zerodo/store/sql';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase, untilBlocked } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import outboxRelay from './handle.ts';

describe('outbox-relay', () => {
  const database = testDatabase();
  const relay = testFunction(outboxRelay, database);
  const { owner, worker } = database;

  const anEvent = (): OutgoingEvent => {
    const change = { actor: randomUUID(), now: new Date(), eventId: randomUUID() };
    return taskEvent('dev.zerodo.task.created.v1', aTask(), [], change);
  };
  const announce = async (tx: unknown, count = 1): Promise<string[]> => {
    const events = Array.from({ length: count }, anEvent);
    const origin = { function: 'task-create', causeId: randomUUID(), traceparent: null };
    for (const event of events) await record(tx as Tx, event, origin);
    return events.map(({ id }) => id);
  };
  const announced = (count?: number) => worker().begin((tx) => announce(tx, count));
  const positions = async (ids: string[]) => {
    const rows = await owner()`select id, log_position from events`;
    return ids.map((id) => rows.find((row) => row.id === id)?.logPosition ?? null);
  };
  const isLog = (places: (number | null)[]) => places.every((place, index) => place === places[0]! + index);

  it('gives committed events their places in the order they were written', async () => {
    const ids = await announced(20);

    const { status, text } = await relay.tick();

    expect([status, text]).toEqual([204, '']);
    expect(isLog(await positions(ids))).toBe(true);
  });

  it('goes on until none waits, however many there are', async () => {
    await owner()`
      insert into events (id, type, source, subject, time, user_id, project_id, recurring, shared, cause_id, data)
      select gen_random_uuid(), 'dev.zerodo.task.created.v1', '/test', 'many', now(), gen_random_uuid(),
             gen_random_uuid(), false, false, '', '{}'
      from generate_series(1, 2500)
    `;

    await relay.tick();

    const [row] = await owner()`select count(*) as waiting from events where log_position is null`;
    expect(row).toEqual({ waiting: 0 });
  });

  it('leaves an event that is not committed for later, without a gap and behind those that are', async () => {
    const [early, late] = await worker().begin(async (tx) => {
      const slow = await announce(tx);
      const quick = await announced();
      await relay.tick();
      expect(await positions([...slow, ...quick])).toEqual([null, expect.any(Number)]);
      return [quick, slow];
    });

    await relay.tick();

    expect(isLog(await positions([...early, ...late]))).toBe(true);
  });

  it('numbers an event once when several relays work at the same time', async () => {
    const ids = await announced(50);
    const another = () => worker().begin((tx) => numberWaiting(tx as never, 40));

    await Promise.all([relay.tick(), another(), another(), another()]);

    const places = await positions(ids);
    expect(new Set(places).size).toBe(50);
    expect(isLog(places)).toBe(true);
  });

  it('runs once for the ticks that come while it runs, and once more', async () => {
    let answers!: ReturnType<typeof relay.tick>[];
    let ids!: string[];
    await worker().begin(async (tx) => {
      // As another relay in the middle of its work.
      await tx`select pg_advisory_xact_lock(7203115, 0)`;
      answers = [relay.tick()];
      await untilBlocked(owner());
      ids = await announced();
      answers.push(...Array.from({ length: 20 }, () => relay.tick()));
      await relay.post({ 'content-type': 'application/json' }, '{}');
      const waiting = await owner()`
        select 1 from pg_locks where locktype = 'advisory' and objid = 0 and not granted
          and database = (select oid from pg_database where datname = current_database())
      `;
      expect(waiting).toHaveLength(1);
    });

    const statuses = (await Promise.all(answers)).map(({ status }) => status);

    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(await positions(ids)).toEqual([expect.any(Number)]);
  });

  it('tells whoever tails the table', async () => {
    let told = 0;
    const listening = await owner().listen('zerodo_log', () => {
      told++;
    });
    await announced();

    await relay.tick();

    await expect.poll(() => told).toBeGreaterThan(0);
    await listening.unlisten();
  });
});
