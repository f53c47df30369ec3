import { randomUUID } from 'node:crypto';
import { taskEvent } from '@zerodo/domain/outgoing';
import { recordOf } from '@zerodo/log/cloudevent';
import { record, type StoredEvent } from '@zerodo/store/events';
import { numberWaiting } from '@zerodo/store/log-positions';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import auditRecord from './handle.ts';

describe('audit-record', () => {
  const database = testDatabase();
  const audit = testFunction(auditRecord, database);
  const stopping = testFunction(auditRecord, database);
  const { owner, worker } = database;

  beforeEach(async () => {
    await owner()`truncate events, task_event_log, inbox`;
    await owner()`update log_shards set numbered = 0`;
  });
  afterEach(() => vi.restoreAllMocks());

  const announced = async (count: number): Promise<StoredEvent[]> => {
    await worker().begin(async (tx) => {
      for (let index = 0; index < count; index++) {
        const change = { actor: randomUUID(), now: new Date(), eventId: randomUUID() };
        const event = taskEvent('dev.zerodo.task.created.v1', aTask(), [], change);
        await record(tx as never, event, {
          function: 'task-create',
          causeId: randomUUID(),
          traceparent: null,
        });
      }
    });
    await worker().begin((tx) => numberWaiting(tx as never, count));
    return owner()<StoredEvent[]>`select * from events order by log_position`;
  };
  const deliver = (event: StoredEvent) => {
    const { attributes, data } = recordOf(event, 'task-events');
    const { type, datacontenttype: _json, ...rest } = attributes;
    return audit.event(type!, JSON.parse(data), rest);
  };
  const recorded = async (count: number): Promise<StoredEvent[]> => {
    const events = await announced(count);
    for (const event of events) await deliver(event);
    // Long ago, so that what is missing by now stays missing.
    await owner()`update task_event_log set recorded_at = now() - interval '1 day'`;
    return events;
  };
  /** What the hourly check says. */
  const checked = async () => {
    const { log } = audit.services();
    const said = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
    expect((await audit.tick()).status).toBe(204);
    return said
      .flatMap(({ mock }) => mock.calls.map(([facts]) => facts))
      .find((facts) => Object.hasOwn(facts as object, 'checked'));
  };

  it('records events, and finds the chain whole', async () => {
    await recorded(5);

    expect(await checked()).toEqual({ checked: 5, missing: 0, altered: 0 });
  });

  it('records an event once, however often it comes and whoever comes with it', async () => {
    const [event] = await announced(1);

    const answers = await Promise.all([deliver(event!), deliver(event!), deliver(event!)]);
    await owner()`truncate inbox`;
    answers.push(await deliver(event!));

    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await owner()`select event_id from task_event_log`).toHaveLength(1);
  });

  it('records events that come at the same moment one after the other', async () => {
    const events = await announced(10);

    await Promise.all(events.map(deliver));

    expect(await checked()).toEqual({ checked: 10, missing: 0, altered: 0 });
  });

  it('leaves out an event that was never ours', async () => {
    const [event] = await announced(1);

    const { status } = await deliver({ ...event!, id: randomUUID() });

    expect(status).toBe(204);
    expect(await owner()`select 1 from task_event_log`).toHaveLength(0);
  });

  it('stays whole when what an event said is blanked with its salt', async () => {
    const [, second] = await recorded(3);
    await owner()`update events set data = '{}' where id = ${second!.id}`;
    await owner()`update task_event_log set salt = null where event_id = ${second!.id}`;

    expect(await checked()).toEqual({ checked: 3, missing: 0, altered: 0 });
  });

  it('does not call a chain whole that it has not read to its end', async () => {
    await recorded(3);
    const { log, drain } = stopping.services();
    const said = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
    drain();

    expect((await stopping.tick()).status).toBe(204);

    expect(said.flatMap(({ mock }) => mock.calls)).toContainEqual([
      { checked: 0, missing: 0, altered: 0 },
      'the check of the audit chain was stopped early',
    ]);
    expect(JSON.stringify(said.flatMap(({ mock }) => mock.calls))).not.toContain('whole');
  });

  it('finds an event that was changed afterwards', async () => {
    const [, second] = await recorded(3);
    await owner()`update events set data = jsonb_set(data, '{task,title}', '"Another"') where id = ${second!.id}`;

    expect(await checked()).toEqual({ checked: 3, missing: 0, altered: 1, events: [second!.id] });
  });

  it('finds an event that was taken out of the events', async () => {
    const [, second] = await recorded(3);
    await owner()`delete from events where id = ${second!.id}`;

    expect(await checked()).toEqual({ checked: 3, missing: 0, altered: 1, events: [second!.id] });
  });

  it('finds an entry that was taken out of the chain', async () => {
    const [, second, third] = await recorded(3);
    await owner()`delete from task_event_log where event_id = ${second!.id}`;

    expect(await checked()).toEqual({ checked: 2, missing: 1, altered: 1, events: [second!.id, third!.id] });
  });

  it('finds an event that was never recorded, but not while it may still come', async () => {
    const [first, second, third] = await announced(3);
    await deliver(first!);
    await deliver(third!);

    expect(await checked()).toMatchObject({ missing: 0 });
    await owner()`update task_event_log set recorded_at = now() - interval '1 hour'`;
    vi.restoreAllMocks();

    expect(await checked()).toMatchObject({ missing: 1, events: [second!.id] });
  });
});
