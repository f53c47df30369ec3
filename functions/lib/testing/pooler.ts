import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { onPath } from '../../../scripts/on-path.ts';
import { answers, freePort } from '../../../scripts/start/ports.ts';
import { postgresUser } from '../../../scripts/start/postgres-user.ts';
import type { TestDatabase } from './database.ts';
import { passwordOfEveryRole } from './global-setup.ts';
import { until } from './until.ts';

const program = onPath('pgbouncer', { PATH: [process.env.PATH, '/usr/sbin'].join(delimiter) });

/** Whether tests with PgBouncer are left out here, which is said in a line; with CI=true they run, and fail where they cannot. */
export function withoutPooler(): boolean {
  if (program || process.env.CI === 'true') return false;
  process.stderr.write('Tests with PgBouncer are skipped: apt-get install pgbouncer makes them run.\n');
  return true;
}

/** The database behind a PgBouncer in transaction mode with `size` connections for each role. */
export function testPooler(database: TestDatabase, size: number): TestDatabase {
  let port: number;
  let folder: string;
  let pooler: ChildProcess | undefined;
  const through = (url: string): string => Object.assign(new URL(url), { port: String(port) }).href;

  beforeAll(async () => {
    if (!program) throw new Error('PgBouncer is not installed (on Debian: apt-get install pgbouncer).');
    port = await freePort();
    folder = await mkdtemp(join(tmpdir(), 'zerodo-pooler-'));
    await chmod(folder, 0o755);
    const users = ['postgres', 'zerodo_app', 'zerodo_worker', 'zerodo_web'];
    await writeFile(
      join(folder, 'users.txt'),
      users.map((user) => `"${user}" "${passwordOfEveryRole}"\n`).join(''),
    );
    const { hostname, port: behind } = new URL(database.url('postgres'));
    // Nothing is ignored at start-up: a driver that sends more than PgBouncer takes is refused here too.
    const settings = `[databases]
* = host=${hostname} port=${behind}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = ${size}
`;
    await writeFile(join(folder, 'pgbouncer.ini'), settings);
    // It does not run as root any more than Postgres does.
    pooler = spawn(program, ['-q', join(folder, 'pgbouncer.ini')], {
      stdio: 'ignore',
      ...(await postgresUser()),
    });
    await until(() => answers(port));
  });
  afterAll(async () => {
    if (pooler && pooler.exitCode === null) {
      pooler.kill('SIGTERM');
      await once(pooler, 'exit');
    }
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  return { ...database, url: (role) => through(database.url(role)) };
}
