import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Staging } from '../../start/start-zerodo.ts';

const program = fileURLToPath(new URL('system.ts', import.meta.url));
/** A machine that does much else besides takes minutes to build the page. */
const startMs = 900_000;

/** `program` is what Node runs. */
export type Process = { pid: number; name: string; program: string };

/** All of Zerodo but Postgres and Kafka, as `npm start` runs it: the runner, the functions, the web. */
export type Zerodo = {
  home: string;
  port: number;
  start: () => Promise<void>;
  /** SIGTERM or SIGKILL to the runner; resolves when it and all that it started are gone. */
  stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Functions that run now; the web goes by the name `web`. */
  processes: () => Process[];
  innerUrl: () => Promise<string>;
  /** Rejects, with the last of what it printed, when the runner ends although nobody told it to. */
  fallen: Promise<never>;
};

/** @throws Error with the last of what it printed when it does not start */
export function zerodoIn(home: string, port: number, env: Record<string, string>, staging: Staging): Zerodo {
  const log = openSync(join(home, 'logs', 'zerodo.log'), 'a');
  let child: ChildProcess | undefined;
  let told = false;
  const { promise: fallen, reject: fall } = Promise.withResolvers<never>();
  // Whoever is not waiting just now asks later.
  fallen.catch(() => {});
  const lastSaid = async () => (await readFile(join(home, 'logs', 'zerodo.log'), 'utf8')).slice(-2_000);

  const ended = () => child === undefined || child.exitCode !== null || child.signalCode !== null;
  const processes = () => childrenIn(home);
  return {
    home,
    port,
    processes,
    fallen,
    innerUrl: async () => JSON.parse(await readFile(join(home, 'running.json'), 'utf8')).innerUrl,
    async start() {
      // Its other end of the channel closes when we die, however that happens.
      child = spawn(process.execPath, [...(staging.flags ?? []), program, JSON.stringify(staging)], {
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          ...env,
          ZERODO_HOME: home,
          PORT: String(port),
        },
        stdio: ['ignore', log, log, 'ipc'],
      });
      const ready = once(child, 'message').then(() => 'ready');
      const how = await Promise.race([
        ready,
        once(child, 'exit').then(() => 'ended'),
        sleep(startMs, 'late', { ref: false }),
      ]);
      if (how !== 'ready') {
        child.kill('SIGKILL');
        throw new Error(`Zerodo did not start (${how}):\n${await lastSaid()}`);
      }
      told = false;
      child.once('exit', async () => {
        if (!told) fall(new Error(`Zerodo ended by itself:\n${await lastSaid()}`));
      });
    },
    async stop(signal) {
      told = true;
      if (!ended()) {
        child!.kill(signal);
        await once(child!, 'exit');
      }
      while (processes().length > 0) await sleep(20);
    },
  };
}

/** A function's command line names its folder below the state folder, and the web's its server. */
function childrenIn(home: string): Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args=']).toString().split('\n');
  return lines.flatMap((line) => {
    const [, pid, args = ''] = /^ *(\d+) (.*)$/.exec(line) ?? [];
    if (!args.includes(`${home}/`)) return [];
    const name = args.endsWith('/web/server.js')
      ? 'web'
      : /\/functions\/([a-z-]+)\/boot\.cjs$/.exec(args)?.[1];
    return name ? [{ pid: Number(pid), name, program: args.slice(args.lastIndexOf(`${home}/`)) }] : [];
  });
}
