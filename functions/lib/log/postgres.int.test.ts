import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { taskEvent } from '@zerodo/domain/outgoing';
import { record } from '@zerodo/store/events';
import { numberWaiting } from '@zerodo/store/log-positions';
import { migrate } from '@zerodo/store/migrate';
import { connect } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import { aTask } from '@zerodo/testing/builders';
import { until } from '@zerodo/testing/until';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/start/postgres.ts';
import { openLog } from './log.ts';

let home: string;
let postgres: Postgres;
const start = async () => {
  postgres = await startPostgres(home, 'only-for-tests', new AbortController().signal);
};
const url = (role: string) => `postgres://${role}:only-for-tests@127.0.0.1:${postgres.port}/postgres`;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zerodo-test-'));
  await chmod(home, 0o711);
  await mkdir(join(home, 'logs'));
  await start();
  await migrate(url('postgres'), { passwords: { zerodo_worker: 'only-for-tests' } });
});
afterAll(async () => {
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
});

it('goes on by itself, and hears of new events at once, when Postgres was away', async () => {
  const sql = connect(url('zerodo_worker'), { max: 2 });
  const publish = async () => {
    await transaction(sql, { worker: 'test' }, async (tx) => {
      const task = aTask();
      const event = taskEvent('dev.zerodo.task.created.v1', task, [], {
        actor: randomUUID(),
        now: new Date(),
        eventId: randomUUID(),
      });
      await record(tx, event, { function: 'task-create', causeId: randomUUID(), traceparent: null });
    });
    await transaction(sql, { worker: 'test' }, (tx) => numberWaiting(tx, 10));
  };
  const [delivered, heard]: [string[], string[]] = [[], []];
  const log = openLog({ databaseUrl: url('zerodo_worker'), onError: () => {} });
  const options = {
    group: 'test',
    topics: ['task-events'],
    from: 'earliest',
    concurrency: 1,
    ordered: true,
  } as const;
  const tail = await log.tail(options, async ({ position }) => void delivered.push(position));
  const follow = await log.follow(
    ['task-events'],
    ({ position }) => heard.push(position),
    () => {},
  );
  await publish();
  await until(() => delivered.length === 1 && heard.length === 1);

  await postgres.stop();
  await start();
  await until(() =>
    publish().then(
      () => true,
      () => false,
    ),
  );
  await until(() => delivered.length === 2 && heard.length === 2, 15_000);

  // By now it listens again: a notification arrives long before the next poll.
  const begun = performance.now();
  await publish();
  await until(() => delivered.length === 3 && heard.length === 3);
  expect(performance.now() - begun).toBeLessThan(1_000);
  await tail.stop();
  await follow.stop();
  await log.close();
  await sql.end();
});
