import { randomUUID } from 'node:crypto';
import { connect, type Sql } from '@zerodo/store/sql';
import { afterAll, beforeAll, inject } from 'vitest';
import { passwordOfEveryRole, template } from './global-setup.ts';
import { until } from './until.ts';

type Role = 'postgres' | 'zerodo_app' | 'zerodo_worker' | 'zerodo_web';

export type TestDatabase = {
  /** The role of people's functions, bound by row-level security. */
  app: () => Sql;
  /** The role of ticks, relay and audit. */
  worker: () => Sql;
  /** Sets scenes and looks at results. */
  owner: () => Sql;
  url: (role: Role) => string;
};

const address = (name: string, username: string): string =>
  Object.assign(new URL(inject('databaseUrl')), {
    pathname: `/${name}`,
    username,
    password: passwordOfEveryRole,
  }).href;

/** One throw-away database per test file, built by the migrations that production runs. */
export function testDatabase(): TestDatabase {
  const name = `zerodo_test_${randomUUID().replaceAll('-', '')}`;
  const url = (role: Role) => address(name, role);
  const open = new Map<Role, Sql>();
  const as = (role: Role) => () => open.get(role)!;

  beforeAll(async () => {
    await copyTemplate(name);
    open.set('postgres', connect(url('postgres')));
    open.set('zerodo_app', connect(url('zerodo_app')));
    open.set('zerodo_worker', connect(url('zerodo_worker')));
  });

  afterAll(async () => {
    await Promise.all([...open.values()].map((sql) => sql.end({ timeout: 5 })));
    const admin = connect(inject('databaseUrl'), { max: 1 });
    await admin`drop database if exists ${admin(name)} with (force)`;
    await admin.end();
  });

  return { app: as('zerodo_app'), worker: as('zerodo_worker'), owner: as('postgres'), url };
}

/** Two copies of one template at the same moment get in each other's way, so they take turns. */
async function copyTemplate(name: string): Promise<void> {
  const admin = connect(inject('databaseUrl'), { max: 1 });
  await admin`select pg_advisory_lock(1)`;
  await admin`create database ${admin(name)} template ${admin(template)}`;
  await admin.end();
}

/** Resolves once some session of this database is waiting for a lock. */
export async function untilBlocked(sql: Sql): Promise<void> {
  await until(async () => {
    const [waiting] = await sql`
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `;
    return waiting !== undefined;
  });
}
