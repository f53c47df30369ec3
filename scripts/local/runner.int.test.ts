import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { taskEvent } from '@zerodo/domain/outgoing';
import { openLog } from '@zerodo/log/log';
import { listDeadLetters, readDeadLetter } from '@zerodo/store/dead-letters';
import { record } from '@zerodo/store/events';
import { numberWaiting } from '@zerodo/store/log-positions';
import type { Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { until } from '@zerodo/testing/until';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifests } from './manifests.ts';
import { createRunner } from './runner.ts';
import { type Tester, writeManifests } from './testing/manifests.ts';

const program = fileURLToPath(new URL('testing/function.cjs', import.meta.url));
const tester: Tester = { name: 'tester' };
const created = 'dev.zerodo.task.created.v1';
const completed = 'dev.zerodo.task.completed.v1';
const onCompleted: Tester = { ...tester, filters: [{ exact: { type: completed } }] };

describe('the runner', () => {
  const database = testDatabase();
  let folder: string;
  let said: string[];
  const undo: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zerodo-runner-'));
    said = [];
  });
  afterEach(async () => {
    for (const each of undo.splice(0).reverse()) await each();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs one function as its manifest says, over the events table. */
  async function run(shape: Tester) {
    await writeManifests(folder, shape);
    const log = openLog({ databaseUrl: database.url('zerodo_worker') });
    const runner = createRunner({
      manifests: await readManifests(folder),
      program: () => [program],
      config: { configMap: { SEEN: join(folder, 'seen'), REFUSE: join(folder, 'refuse') }, secrets: {} },
      logs: folder,
      sockets: folder,
      sql: database.worker(),
      log,
      say: (line) => said.push(line),
    });
    const stop = async () => {
      await runner.stop();
      await log.close();
    };
    undo.push(stop);
    await runner.deliver();
    return { stop: () => undo.splice(undo.indexOf(stop), 1)[0]?.() };
  }

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

  const seen = async () =>
    (await readFile(join(folder, 'seen'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

  it('delivers what passes the filters of a Trigger, and wakes nobody for the rest', async () => {
    await run(onCompleted);

    await publish(created);
    expect(said).toEqual([]);
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
    await writeFile(join(folder, 'refuse'), '');
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
    expect(said.at(-1)).toMatch(/^✗ Trigger\/refuser gave up the event .*: npm run replay/);
  });

  it('ticks', async () => {
    await run({ ...tester, schedule: '* * * * * *' });

    await until(async () => (await seen()).length > 0);
    expect((await seen())[0]).toMatch(/^dev\.knative\.sources\.ping /);
  });
});
