import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { completeTask, createTask } from '@zerodo/domain/commands';
import { successorId } from '@zerodo/domain/ids';
import { openLog } from '@zerodo/log/log';
import { connect } from '@zerodo/store/sql';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testKafka, withoutKafka } from '@zerodo/testing/kafka';
import { until } from '@zerodo/testing/until';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { rebuild } from '../../scripts/rebuild/rebuild.ts';
import { hearingsOf } from '../../scripts/replay/consumers.ts';
import auditRecord from '../audit-record/handle.ts';
import recurrenceSpawn from '../recurrence-spawn/handle.ts';
import statsRecord from '../stats-record/handle.ts';
import taskComplete from '../task-complete/handle.ts';
import taskCreate from '../task-create/handle.ts';
import outboxRelay from './handle.ts';

const page = new URL('../../docs/how-to/back-up-and-restore.md', import.meta.url);

/** What operators are told to do, at the point in time that was restored. */
async function setBack(point: Date): Promise<string> {
  const [statement] = /update log_shards[^;]+;/.exec(await readFile(page, 'utf8'))!;
  return statement.replace("'2026-11-22 08:30Z'", `'${point.toISOString()}'`);
}

describe.skipIf(withoutKafka())('a database from a backup, and a Kafka that went on', () => {
  const database = testDatabase();
  const { brokers } = testKafka();
  const env = {
    get KAFKA_BROKERS() {
      return brokers().join(',');
    },
  };
  const relaying = testFunction(outboxRelay, database, { env });
  const creating = testFunction(taskCreate, database);
  const completing = testFunction(taskComplete, database);
  const consumers = {
    'audit-record': testFunction(auditRecord, database),
    'recurrence-spawn': testFunction(recurrenceSpawn, database),
    'stats-record': testFunction(statsRecord, database),
  };
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  const statuses = new Set<number>();
  /** Brings the consumers what Kafka has, from where the groups of this name have got to. */
  async function consume(groups: string): Promise<() => Promise<void>> {
    const databaseUrl = database.url('zerodo_worker');
    const log = openLog({ databaseUrl, kafka: { brokers: brokers() }, onError: () => {} });
    const tails = Object.entries(consumers).map(([name, served]) => {
      const hearings = hearingsOf(name);
      const options = { group: `${groups}-${name}`, topics: ['task-events'], from: 'earliest' } as const;
      return log.tail({ ...options, concurrency: 5, ordered: true }, async ({ attributes, data }) => {
        if (!hearings.some(({ wants }) => wants(attributes))) return;
        const { type = '', specversion: _version, datacontenttype: _json, ...rest } = attributes;
        const { status } = await served.event(type, JSON.parse(data), rest);
        statuses.add(status);
        if (status >= 300) throw new Error(`answered ${status}`);
      });
    });
    const stop = async () => {
      for (const tail of await Promise.all(tails)) await tail.stop();
      await log.close();
    };
    stops.push(stop);
    await Promise.all(tails);
    return () => stops.splice(stops.indexOf(stop), 1)[0]!();
  }
  const creates = async (user: string, data: object): Promise<string> =>
    (await creating.command(createTask.type, data, user)).json.id;
  const relayed = async () => expect((await relaying.tick()).status).toBe(204);
  const titles = async () =>
    (await database.owner()`select title, status from tasks order by created_at, status`).map(
      ({ title, status }) => `${title} ${status}`,
    );
  const isCounted = async (id: string) =>
    (await database.owner()`select from task_stats where task_id = ${id}`).length > 0;
  const isChained = async (id: string) =>
    (await database.owner()`select from task_event_log where subject = ${id}`).length > 0;
  const differences = async () =>
    (await rebuild(database.worker())).flatMap(({ differences }) => differences);

  /** Makes `to` what `from` is now, while nobody is connected to either. */
  async function copy(from: string, to: string): Promise<void> {
    const admin = connect(inject('databaseUrl'), { max: 1 });
    await admin`select pg_advisory_lock(1)`;
    await admin`drop database if exists ${admin(to)} with (force)`;
    await admin`alter database ${admin(from)} allow_connections false`;
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${from}`;
    await until(async () => (await admin`select from pg_stat_activity where datname = ${from}`).length === 0);
    await admin`create database ${admin(to)} template ${admin(from)}`;
    for (const name of [from, to]) await admin`alter database ${admin(name)} allow_connections true`;
    await admin.end();
  }

  it('miss what was under way until the relay is set back, and then nothing, and nothing twice', async () => {
    const [ada, backup] = [randomUUID(), `zerodo_backup_${randomUUID().replaceAll('-', '')}`];
    const name = new URL(database.url('postgres')).pathname.slice(1);
    const due = { date: '2026-11-23', time: '09:00', timezone: 'UTC' };
    const run = await creates(ada, { title: 'Run', due, recurrence: { rrules: ['FREQ=DAILY'] } });
    await completing.command(completeTask.type, { taskId: run }, ada);
    await relayed();
    const point = new Date();
    await copy(name, backup);

    // After the backup everything goes on: the next occurrence comes, and somebody writes one more task.
    const stop = await consume('cluster');
    await until(async () => (await titles()).includes('Run open'), 30_000);
    const lost = await creates(ada, { title: 'Lost' });
    await relayed();
    await until(async () => (await isCounted(lost)) && (await isChained(lost)), 30_000);
    await stop();

    await copy(backup, name);
    await consume('cluster');
    const after = await creates(ada, { title: 'After' });
    await relayed();
    await until(async () => (await isCounted(after)) && (await isChained(after)), 30_000);
    // Kafka believes that all of it was handled.
    expect(await titles()).toEqual(['Run completed', 'After open']);

    await database.owner().unsafe(await setBack(point));
    await relayed();
    await until(async () => (await isCounted(successorId(run))) || (await titles()).length > 2, 30_000);
    await relayed();
    await until(async () => (await differences()).length === 0, 30_000);
    expect(await titles()).toEqual(['Run completed', 'After open', 'Run open']);

    // Once more, and whatever Kafka holds of what is no more, from its beginning: nothing comes of it.
    await database.owner().unsafe(await setBack(point));
    await relayed();
    await consume('from-the-beginning');
    const last = await creates(ada, { title: 'Last' });
    await relayed();
    await until(async () => (await isCounted(last)) && (await isChained(last)), 30_000);
    await until(async () => (await differences()).length === 0, 30_000);
    expect(await titles()).toEqual(['Run completed', 'After open', 'Run open', 'Last open']);
    expect([...statuses]).toEqual([204]);
    const admin = connect(inject('databaseUrl'), { max: 1 });
    await admin`drop database if exists ${admin(backup)} with (force)`;
    await admin.end();
  }, 120_000);
});
