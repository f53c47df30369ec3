import { completeTask, createTask } from '@zerodo/domain/commands';
import type { Task } from '@zerodo/domain/task';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPooler, withoutPooler } from '@zerodo/testing/pooler';
import { afterEach, describe, expect, it } from 'vitest';
import outboxRelay from '../../outbox-relay/handle.ts';
import taskComplete from '../../task-complete/handle.ts';
import taskCreate from '../../task-create/handle.ts';
import taskQuery from '../../task-query/handle.ts';
import { connect, type Sql } from './sql.ts';

describe.skipIf(withoutPooler())('Postgres behind a pooler in transaction mode', () => {
  const database = testDatabase();
  // Two connections of the server for everybody: what one of them keeps, the next person would find.
  const pooled = testPooler(database, 2);
  const served = (one: Parameters<typeof testFunction>[0]) =>
    testFunction(one, pooled, { env: { ZERODO_DATABASE_PREPARE: 'false' } });
  const [create, complete, query, relay] = [taskCreate, taskComplete, taskQuery, outboxRelay].map(served) as [
    ReturnType<typeof served>,
    ReturnType<typeof served>,
    ReturnType<typeof served>,
    ReturnType<typeof served>,
  ];
  const open: Sql[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((sql) => sql.end({ timeout: 5 })));
  });
  const client = (options: { max: number; prepare: boolean }): Sql => {
    const sql = connect(pooled.url('zerodo_app'), options);
    open.push(sql);
    return sql;
  };

  it('serves many people at once, and shows each only what is theirs', async () => {
    const people = Array.from({ length: 12 }, () => crypto.randomUUID());

    const tasks = await Promise.all(
      people.map(async (user) => {
        const { json } = await create.command(createTask.type, { title: user }, user);
        const { status } = await complete.command(completeTask.type, { taskId: json.id }, user);
        expect(status).toBe(200);
        return json as Task;
      }),
    );
    const lists = await Promise.all(
      people.map((user) => query.ask('list-tasks', { status: 'completed' }, user)),
    );

    expect(lists.map(({ json }) => json.items.map(({ id }: Task) => id))).toEqual(
      tasks.map(({ id }) => [id]),
    );
    const strange = await complete.command(completeTask.type, { taskId: tasks[0]!.id }, people[1]!);
    expect(strange.status).toBe(404);
  });

  it('forgets who asked with the transaction, so that the next one on the connection is nobody', async () => {
    const sql = client({ max: 2, prepare: false });
    const whoAsks = async () =>
      (await sql`select coalesce(current_setting('zerodo.user_id', true), '') as who`)[0]!.who;

    await query.ask('list-tasks', {}, crypto.randomUUID());

    expect(await Promise.all([whoAsks(), whoAsks(), whoAsks()])).toEqual(['', '', '']);
    expect(await sql`select id from tasks`).toEqual([]);
  });

  it('lets the relay hold its lock, which ends with its transaction', async () => {
    const { status } = await create.command(createTask.type, { title: 'x' }, crypto.randomUUID());
    expect(status).toBe(201);

    const ticks = await Promise.all([relay.tick(), relay.tick(), relay.tick()]);

    expect(ticks.map(({ status }) => status)).toEqual([204, 204, 204]);
    const [waiting] =
      await database.owner()`select count(*)::int as n from events where log_position is null`;
    expect(waiting!.n).toBe(0);
  });

  it('needs ZERODO_DATABASE_PREPARE=false: a prepared statement stays on the connection that it was made on', async () => {
    const prepared = client({ max: 1, prepare: true });
    const ask = () => prepared.begin((tx) => tx`select ${1}::int as one, pg_backend_pid() as pid`);
    const [{ pid } = {}] = await ask();

    // Both connections of the server are taken; then only the one that knows the statement is.
    const both = await Promise.all([holding(), holding()]);
    const knows = both.find((one) => one.pid === pid)!;
    await both.find((one) => one !== knows)!.release();
    await expect(ask()).rejects.toMatchObject({ code: '26000' });
    await knows.release();
  });

  /** A transaction that keeps its connection of the server until it is let go. */
  async function holding(): Promise<{ pid: number; release: () => Promise<void> }> {
    const taken = Promise.withResolvers<number>();
    const released = Promise.withResolvers<void>();
    const whole = client({ max: 1, prepare: false }).begin(async (tx) => {
      const [{ pid } = { pid: 0 }] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      taken.resolve(pid);
      await released.promise;
    });
    return {
      pid: await taken.promise,
      async release() {
        released.resolve();
        await whole;
      },
    };
  }
});
