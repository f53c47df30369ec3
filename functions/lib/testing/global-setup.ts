import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@zerodo/store/migrate';
import { connect } from '@zerodo/store/sql';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../../scripts/start/postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Postgres for this run, as its owner; every role's password is `passwordOfEveryRole`. */
    databaseUrl: string;
  }
}

export const passwordOfEveryRole = 'only-for-tests';
export const template = 'zerodo_template';

/** One Postgres a run, with a migrated template that each test file's database is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'zerodo-test-'));
  await chmod(home, 0o711);
  await mkdir(join(home, 'logs'));
  const postgres = await startPostgres(home, passwordOfEveryRole, new AbortController().signal);
  const url = `postgres://postgres:${passwordOfEveryRole}@127.0.0.1:${postgres.port}/postgres`;
  const owner = connect(url, { max: 1 });
  // Nothing here outlives the run, so nothing needs to survive a power cut.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await owner.unsafe(`alter system set ${setting} = off`);
  }
  await owner`select pg_reload_conf()`;
  await owner.unsafe(`create database ${template}`);
  await owner.end();
  const passwords = Object.fromEntries(
    ['zerodo_app', 'zerodo_worker', 'zerodo_web'].map((role) => [role, passwordOfEveryRole]),
  );
  await migrate(Object.assign(new URL(url), { pathname: `/${template}` }).href, { passwords });
  project.provide('databaseUrl', url);
  return async () => {
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  };
}
