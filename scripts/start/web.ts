import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLogFile } from '../local/log-file.ts';
import { answers } from './ports.ts';

export type WebOptions = {
  /** server.js of the standalone build. */
  server: string;
  /** What is loaded before it. */
  preload?: string | undefined;
  /** What Node is told before it. */
  flags: readonly string[];
  port: number;
  env: Record<string, string>;
  logFile: string;
  say: (line: string) => void;
};

const LONGEST_PAUSE_MS = 10_000;
const START_TIMEOUT_MS = 30_000;

/**
 * Keeps the web application running until it is told to stop, starting it again when it ends by itself.
 *
 * @throws Error when it is not there within half a minute
 */
export async function startWeb(options: WebOptions): Promise<{ stop: () => Promise<void> }> {
  let stopping = false;
  let child = await launch(options);
  let pauseMs = 200;
  const watch = () => {
    child.once('exit', async (code, signal) => {
      if (stopping) return;
      options.say(
        `✗ web ended by itself (${signal ?? `status ${code}`}), starting it again; see ${options.logFile}`,
      );
      await sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      if (stopping) return;
      child = await launch(options);
      watch();
    });
  };
  watch();
  const stop = async () => {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await once(child, 'exit');
    clearTimeout(patience);
  };
  const end = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(options.port))) {
    if (Date.now() > end || pauseMs > 1_000) {
      await stop();
      throw new Error(`The web application did not start; see ${options.logFile}`);
    }
    await sleep(25);
  }
  pauseMs = 200;
  return { stop };
}

/** In a session of its own, so that the terminal's Ctrl-C reaches only the runner; it ends when its stdin closes. */
async function launch({ server, preload, flags, port, env, logFile }: WebOptions): Promise<ChildProcess> {
  const log = await openLogFile(logFile);
  const child = spawn(process.execPath, [...flags, ...(preload ? ['--require', preload] : []), server], {
    cwd: dirname(server),
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
      // Longer than the door keeps an idle connection, or it would now and then send into one that is being closed.
      KEEP_ALIVE_TIMEOUT: '120000',
      ...env,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', log.fd, log.fd],
  });
  child.stdin?.on('error', () => {});
  await once(child, 'spawn');
  await log.close();
  return child;
}
