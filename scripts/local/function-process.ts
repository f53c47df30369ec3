import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLogFile } from './log-file.ts';

export type Launch = {
  name: string;
  /** What to run: the program's arguments after `node`. */
  args: string[];
  /** The whole environment apart from PORT. */
  env: Record<string, string>;
  /** Where the function listens: the path of a unix socket. */
  socketPath: string;
  /** Where its output goes. */
  logFile: string;
  readinessPath: string;
  /** From 0 to 19: how much others go first. */
  niceness: number;
};

export type FunctionProcess = {
  agent: Agent;
  socketPath: string;
  /** Settles when the process is gone, with how it went. */
  gone: Promise<string>;
  stop: (patienceMs: number) => Promise<void>;
};

const START_TIMEOUT_MS = 30_000;

/** Between two looks at a starting process. It starts in some 50 ms, so a longer pause would show. */
const LOOK_AGAIN_MS = 2;

/**
 * Starts a function and answers when it is ready. In a session of its own, so that the terminal's Ctrl-C reaches only the
 * runner, which lets it drain; its stdin closes when the runner dies, and that ends it.
 *
 * @throws Error when it ends or is not ready in time
 */
export async function launch({
  name,
  args,
  env,
  socketPath,
  logFile,
  readinessPath,
  niceness,
}: Launch): Promise<FunctionProcess> {
  await rm(socketPath, { force: true });
  const log = await openLogFile(logFile);
  const child = spawn(process.execPath, args, {
    detached: true,
    env: { ...env, PORT: socketPath },
    stdio: ['pipe', log.fd, log.fd],
  });
  const gone = ended(child);
  if (child.pid && niceness > 0) setPriority(child.pid, niceness);
  await log.close();
  // The pipe may break when the child is killed; nothing is ever written to it.
  child.stdin?.on('error', () => {});

  // Most connections wait idle; the last used is the least likely to be one that the function is about to close.
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64, scheduling: 'lifo' });
  const over = { how: undefined as string | undefined };
  void gone.then((how) => {
    over.how = how;
    agent.destroy();
  });
  const stop = async (patienceMs: number) => {
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await gone;
    clearTimeout(patience);
  };

  for (
    const end = Date.now() + START_TIMEOUT_MS;
    !(await ready(agent, socketPath, readinessPath));
    await sleep(LOOK_AGAIN_MS)
  ) {
    if (over.how !== undefined)
      throw new Error(`${name} ended while it started (${over.how}); see ${logFile}`);
    if (Date.now() > end) {
      await stop(0);
      throw new Error(`${name} was not ready within ${START_TIMEOUT_MS / 1000} s; see ${logFile}`);
    }
  }
  return { agent, socketPath, gone, stop };
}

async function ended(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, 'exit');
    return signal ? `signal ${signal}` : `status ${code}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const ready = (agent: Agent, socketPath: string, path: string): Promise<boolean> =>
  new Promise((resolve) => {
    get({ agent, socketPath, path, headers: { host: 'localhost' } }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
    }).once('error', () => resolve(false));
  });
