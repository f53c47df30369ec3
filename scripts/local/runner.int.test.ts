import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { taskEvent } from '@zerodo/domain/outgoing';
import { listDeadLetters, readDeadLetter } from '@zerodo/store/dead-letters';
import { record } from '@zerodo/store/events';
import { numberWaiting } from '@zerodo/store/log-positions';
import type { Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { until } from '@zerodo/testing/until';
import { describe, expect, it } from 'vitest';
import type { Tester } from './testing/manifests.ts';
import { testRunner } from './testing/run.ts';

const tester: Tester = { name: 'tester' };
const created = 'dev.zerodo.task.created.v1';
const completed = 'dev.zerodo.task.completed.v1';
const onCompleted: Tester = { ...tester, filters: [{ exact: { type: completed } }] };

describe('the runner', () => {
  const database = testDatabase();
  const { run, said, seen, refuseFile } = testRunner(database);

  /** Commits an event and gives it its place in the log. */
  async function publish(type: typeof created | typeof completed): Promise<string> {
    const eventId = randomUUID();
    await transaction(database.worker(), { worker: 'test' }, async (tx) => {
      const event = taskEvent(type, aTask(), [], { actor: randomUUID(), now: new Date(), eventId });
      await record(tx, event, { function: 'task-create', causeId: randomUUID(), traceparent: null });
    });
    await transaction(database.worker(), { worker: 'test' }, (tx) => numberWaiting(tx, 100));
    return `${type} ${eventId}`;
  }

  it('delivers what passes the filters of a Trigger, and wakes nobody for the rest', async () => {
    await run(onCompleted);

    await publish(created);
    expect(said()).toEqual([]);
    const wanted = await publish(completed);

    await until(async () => (await seen()).length > 0);
    expect(await seen()).toEqual([wanted]);
  });

  it('goes on where it stopped', async () => {
    const first = await run({ ...tester, topic: 'task-events' });
    const before = await publish(created);
    await until(async () => (await seen()).includes(before));

    await first.stop();
    const meanwhile = await publish(created);
    await run({ ...tester, topic: 'task-events' });

    await until(async () => (await seen()).includes(meanwhile));
    expect((await seen()).filter((event) => event === before)).toHaveLength(1);
  });

  it('keeps an event that its function refuses, with the reason', async () => {
    await writeFile(refuseFile(), '');
    await run({ ...onCompleted, name: 'refuser' });

    const refused = await publish(completed);

    const look = <T>(work: (tx: Tx) => Promise<T>) =>
      transaction(database.worker(), { worker: 'test' }, work);
    const letters = () => look(async (tx) => (await listDeadLetters(tx, { all: false, limit: 10 })).letters);
    await until(async () => (await letters()).length > 0);
    const [letter] = await letters();
    expect(letter).toMatchObject({
      subscription: 'Trigger/refuser',
      reason: { knativeerrorcode: '422', reason: 'test' },
      attributes: { type: completed, id: refused.split(' ')[1] },
    });
    const kept = await look((tx) => readDeadLetter(tx, letter?.id as string));
    expect(JSON.parse(kept?.data as string)).toHaveProperty('task.title');
    expect(said().at(-1)).toMatch(/^✗ Trigger\/refuser gave up the event .*: npm run replay/);
  });

  it('ticks', async () => {
    await run({ ...tester, schedule: '* * * * * *' });

    await until(async () => (await seen()).length > 0);
    expect((await seen())[0]).toMatch(/^dev\.knative\.sources\.ping /);
  });
});
