import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import { Service, type ServiceOptions } from '../service.ts';

const program = fileURLToPath(new URL('function.cjs', import.meta.url));

export type TestService = {
  service: Service;
  said: string[];
  /** The process ids of every start so far. */
  starts: () => Promise<number[]>;
  /** From now on a start fails, or works again. */
  breakStarts: (broken: boolean) => Promise<void>;
};

/** Gives a test Services of its own, over a real process; all are stopped when it ends. */
export function testServices(): (
  options?: Partial<ServiceOptions> & { startMs?: number },
) => Promise<TestService> {
  const undo: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const each of undo.splice(0).reverse()) await each();
  });

  return async ({ startMs = 0, ...options } = {}) => {
    const folder = await mkdtemp(join(tmpdir(), 'zerodo-service-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const [startsFile, broken] = [join(folder, 'starts'), join(folder, 'broken')];
    const said: string[] = [];
    const service = new Service(
      {
        name: 'tester',
        windowMs: 60_000,
        minScale: 0,
        timeoutMs: 5_000,
        ...options,
        launch: {
          name: 'tester',
          args: [program],
          env: { STARTS: startsFile, BREAK_WHILE: broken, START_MS: String(startMs) },
          socketPath: join(folder, 'tester'),
          logFile: join(folder, 'log'),
          niceness: 0,
          readinessPath: '/healthz/ready',
        },
      },
      (line) => said.push(line),
    );
    undo.push(() => service.close());
    return {
      service,
      said,
      starts: async () =>
        existsSync(startsFile) ? (await readFile(startsFile, 'utf8')).trim().split('\n').map(Number) : [],
      breakStarts: (on) => (on ? writeFile(broken, '') : rm(broken)),
    };
  };
}

/** Waits for a fact. @throws Error when it has not come true within five seconds */
export async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(5)) if (await fact()) return;
  throw new Error('What the test waits for did not come true.');
}
