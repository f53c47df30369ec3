import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { connect } from './sql.ts';
import { transaction } from './transaction.ts';
import { Unavailable } from './unavailable.ts';

describe('transaction', () => {
  const database = testDatabase();
  const anyone = { worker: 'test' };

  it('tells row-level security who asks, for its own duration only', async () => {
    const user = randomUUID();

    const [inside] = await transaction(database.app(), { user }, (tx) => tx`select current_user_id() as id`);
    const [outside] = await database.app()`select current_user_id() as id`;

    expect([inside!.id, outside!.id]).toEqual([user, null]);
  });

  it('survives a backend that dies in the middle of a hundred transactions, and leaves nothing half done', async () => {
    const owner = database.owner();
    await owner`create table if not exists pairs (id int, half int, primary key (id, half))`;
    await owner`grant all on pairs to zerodo_app`;
    const sql = connect(database.url('zerodo_app'), { max: 4 });
    const kill = () => owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'zerodo_app' and datname = current_database() and state <> 'idle' limit 1
    `;

    const outcomes = await Promise.all(
      Array.from({ length: 100 }, async (_, id) => {
        try {
          await transaction(sql, anyone, async (tx) => {
            await tx`insert into pairs (id, half) values (${id}, 1)`;
            if (id % 10 === 5) await kill();
            await tx`insert into pairs (id, half) values (${id}, 2)`;
          });
          return 'done';
        } catch (error) {
          return error instanceof Unavailable ? 'unavailable' : String(error);
        }
      }),
    );
    await sql.end();

    expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'unavailable')).toEqual([]);
    expect(outcomes).toContain('unavailable');
    const pairs = await owner<
      { id: number; halves: number }[]
    >`select id, count(*) as halves from pairs group by id`;
    expect(pairs.filter(({ halves }) => halves !== 2)).toEqual([]);
    const acknowledged = outcomes.flatMap((outcome, id) => (outcome === 'done' ? [id] : []));
    expect(acknowledged.filter((id) => !pairs.some((pair) => pair.id === id))).toEqual([]);
  });

  it('repeats what a deadlock undid', async () => {
    await database.owner()`create table if not exists locks (id int primary key, n int default 0)`;
    await database.owner()`grant all on locks to zerodo_app`;
    await database.owner()`insert into locks values (1), (2)`;
    // Both hold one row before either asks for the other's: only the first time, or they would never part.
    let waiting = 2;
    let bothHold!: () => void;
    const held = new Promise<void>((resolve) => {
      bothHold = resolve;
    });
    const bump = (ids: number[]) =>
      transaction(database.app(), anyone, async (tx) => {
        await tx`update locks set n = n + 1 where id = ${ids[0]!}`;
        if (--waiting === 0) bothHold();
        await held;
        await tx`update locks set n = n + 1 where id = ${ids[1]!}`;
      });

    await Promise.all([bump([1, 2]), bump([2, 1])]);

    expect(waiting).toBeLessThan(0);
    expect(await database.owner()`select n from locks`).toMatchObject([{ n: 2 }, { n: 2 }]);
  });

  it.each([
    ['is read only', '25006', 'database-read-only'],
    ['has no room left', '53100', 'database-full'],
  ])('says that nothing was changed where the database %s', async (_, state, code) => {
    const refused = transaction(database.app(), anyone, async (tx) => {
      await tx.unsafe(`do $$ begin raise exception 'planted' using errcode = '${state}'; end $$`);
    });

    await expect(refused).rejects.toMatchObject({
      ...{ name: 'Unavailable', code, retryAfter: 30 },
      message: expect.stringContaining('nothing was changed'),
    });
  });

  it('says that a database is unavailable which cannot be reached', async () => {
    const nowhere = connect('postgres://zerodo_app@127.0.0.1:1/none');

    await expect(transaction(nowhere, anyone, async () => 1)).rejects.toBeInstanceOf(Unavailable);
    await nowhere.end();
  });

  it('has the driver that was patched, in the version that the patch was made for', async () => {
    const driver = new URL('../../../node_modules/postgres/', import.meta.url);
    const { version } = JSON.parse(await readFile(new URL('package.json', driver), 'utf8'));

    expect(version).toBe('3.4.9');
    for (const build of ['src', 'cjs/src']) {
      expect(await readFile(new URL(`${build}/connection.js`, driver), 'utf8')).toMatch(
        /if \(socket === null\)/,
      );
    }
  });
});
