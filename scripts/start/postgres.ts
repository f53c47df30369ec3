import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Complaint } from './complaint.ts';
import { keptPort } from './ports.ts';
import { initialise, postmaster, programsOfThisPlatform, spawnServer } from './postgres-server.ts';
import { openTo, postgresUser } from './postgres-user.ts';
import { alive, exists, stopped } from './process.ts';

export type Postgres = {
  port: number;
  /** Where its Unix socket is; undefined where it has none. */
  socketFolder: string | undefined;
  takenOver: boolean;
  stop: () => Promise<void>;
};

/** Start-up after a crash replays the log first, which takes a while on a slow disk. */
const START_TIMEOUT_MS = 60_000;

/** How often a Postgres is looked after that may have died. */
const WATCH_MS = 500;

/**
 * Starts the Postgres of this state folder, or takes over the one that a killed Zerodo left behind, and starts it again
 * whenever it ends by itself. `say` is told when that happens.
 *
 * @throws Complaint when it cannot run here
 */
export async function startPostgres(
  home: string,
  password: string,
  signal: AbortSignal,
  say: (line: string) => void = () => {},
): Promise<Postgres> {
  const user = await postgresUser();
  await openTo(user, home);
  const data = join(home, 'postgres');
  const logFile = join(home, 'logs', 'postgres.log');
  const programs = await programsOfThisPlatform(user, home);
  await initialise(join(programs, 'initdb'), { data, password, user, signal });

  const left = await leftOver(data);
  const port = left?.port ?? (await keptPort(home, 'postgres'));
  let pid = left?.pid ?? 0;
  const launch = async () => {
    const server = await spawnServer(programs, { data, port, logFile, user });
    pid = server.pid;
    await untilReady(data, server, logFile);
  };
  const stopNow = () => void stopPostgres(pid);
  signal.addEventListener('abort', stopNow, { once: true });
  if (!left) await launch();
  signal.removeEventListener('abort', stopNow);

  let restarting: Promise<void> | undefined;
  const watch = setInterval(() => {
    if (restarting || exists(pid)) return;
    say('✗ Postgres ended by itself, starting it again');
    restarting = launch()
      .catch((error) => say(`✗ ${error.message}`))
      .finally(() => {
        restarting = undefined;
      });
  }, WATCH_MS).unref();
  const stop = async () => {
    clearInterval(watch);
    await restarting;
    await stopPostgres(pid);
  };
  const { socketFolder } = await postmaster(data);
  return { port, socketFolder, takenOver: left !== undefined, stop };
}

async function leftOver(data: string): Promise<{ pid: number; port: number } | undefined> {
  const { pid, port, ready } = await postmaster(data);
  if (!pid || !(await alive(pid, data))) return undefined;
  if (ready) return { pid, port };
  // It was on its way up or down when its parent died: let it end, its successor starts clean.
  await stopPostgres(pid);
  return undefined;
}

/** A killed server leaves its note behind, so the note has to be the new one's. */
async function untilReady(
  data: string,
  server: { pid: number; ended: () => boolean },
  logFile: string,
): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(20)) {
    if (server.ended()) break;
    const { pid, ready } = await postmaster(data);
    if (pid === server.pid && ready) return;
  }
  throw new Complaint(`Postgres did not start; ${logFile} says why.`);
}

/** SIGINT is Postgres's fast shutdown: sessions are ended, everything committed is on disk. */
async function stopPostgres(pid: number): Promise<void> {
  if (!exists(pid)) return;
  process.kill(pid, 'SIGINT');
  await stopped(pid, 20_000);
}
