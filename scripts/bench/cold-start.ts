import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeFlags } from '../build/bundle.ts';
import { median } from './load.ts';
import { memoryOf } from './processes.ts';
import { cpuMs } from './processor.ts';

const bare = `const { createServer } = require('node:http');
createServer((request, response) => {
  request.resume().on('end', () => { response.statusCode = 204; response.end(); });
}).listen(process.env.PORT);`;

type Started = { args: string[]; env: Record<string, string>; headers: Record<string, string>; body: string };

/** Milliseconds, by the clock and on the processor, until the first answer; and bytes of memory soon after (PSS). */
export type Spent = { wall: number; cpu: number; memory: number };

const settledMs = 200;

/**
 * From spawn to the first answer of a process that listens on a unix socket.
 *
 * @throws Error when it ends, or answers with a fault
 */
async function firstAnswer({ args, env, headers, body }: Started, folder: string): Promise<Spent> {
  const socket = join(folder, `${Math.random().toString(36).slice(2)}.sock`);
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env, PORT: socket },
    stdio: 'ignore',
  });
  try {
    let status = await answered(socket, headers, body);
    for (; status === null; status = await answered(socket, headers, body)) {
      if (child.exitCode !== null) throw new Error(`${args.at(-1)} ended with ${child.exitCode}`);
      await sleep(1);
    }
    const spent = { wall: performance.now() - begun, cpu: cpuMs(child.pid!) };
    if (status >= 500) throw new Error(`${args.at(-1)} answered with ${status}`);
    await sleep(settledMs);
    return { ...spent, memory: await memoryOf([child.pid!]) };
  } finally {
    child.kill('SIGKILL');
  }
}

/** The status of the answer to an event that never came before; null while nobody listens. */
const answered = (
  socketPath: string,
  headers: Record<string, string>,
  body: string,
): Promise<number | null> =>
  new Promise((resolve) => {
    const options = { socketPath, method: 'POST', headers: { ...headers, 'ce-id': randomUUID() } };
    const request = http.request({ ...options, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    });
    request.on('error', () => resolve(null));
    request.end(body);
  });

export type Subject = {
  name: string;
  folder: string;
  headers: Record<string, string>;
  body: string;
  /** Beside what all are told. */
  env?: Record<string, string>;
};

/** Medians of `rounds` starts of each subject and of a bare `node:http` process, in turn. */
export async function coldStarts(
  subjects: Subject[],
  env: Record<string, string>,
  rounds: number,
): Promise<Map<string, Spent>> {
  const folder = await mkdtemp(join(tmpdir(), 'zerodo-bench-'));
  await writeFile(join(folder, 'bare.cjs'), bare);
  const none = { headers: { 'content-type': 'application/json' }, body: '{}' };
  const all: [string, Started][] = [
    ['bare node:http', { args: [join(folder, 'bare.cjs')], env: {}, ...none }],
    ...subjects.map(({ name, folder: built, headers, body, env: own }): [string, Started] => [
      name,
      { args: [...nodeFlags, join(built, 'boot.cjs')], env: { ...env, ...own }, headers, body },
    ]),
  ];
  const times = new Map<string, Spent[]>(all.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, subject] of all) {
      const time = await firstAnswer(subject, folder);
      // The first round fills the page cache and is not counted.
      if (round > 0) times.get(name)!.push(time);
    }
  }
  await rm(folder, { recursive: true, force: true });
  const middle = (list: Spent[], of: keyof Spent) => median(list.map((one) => one[of]));
  return new Map(
    [...times].map(([name, list]) => [
      name,
      { wall: middle(list, 'wall'), cpu: middle(list, 'cpu'), memory: middle(list, 'memory') },
    ]),
  );
}
