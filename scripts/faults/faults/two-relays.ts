import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as open } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FunctionProcess, launch } from '../../local/function-process.ts';
import { urlsFor } from '../../start/database.ts';
import { readSecrets } from '../../start/home.ts';
import type { Context } from '../check/context.ts';
import { type Fault, processOf, signal } from './fault.ts';

const togetherMs = 3_000;
const tickMs = 30;

/** Another relay beside the one that there is, both as busy as they can be; half-way the first one is killed. */
export const twoRelays: Fault = {
  lastsMs: togetherMs,
  async strike(context) {
    const first = await processOf(context, 'outbox-relay');
    if (!first) return;
    const second = await launchRelay(context, first.program);
    for (const end = Date.now() + togetherMs; Date.now() < end; await sleep(tickMs)) {
      await tick(second);
      if (Date.now() > end - togetherMs / 2) signal(first, 'SIGKILL');
    }
    await second.stop(10_000);
  },
};

async function launchRelay({ world }: Context, program: string): Promise<FunctionProcess> {
  const { home, clock, postgres, kafka } = world;
  const { worker } = urlsFor(postgres.proxiedUrl, await readSecrets(home));
  return launch({
    name: 'outbox-relay',
    args: [...clock.flags, join(dirname(program), 'boot.cjs')],
    env: { ZERODO_WORKER_DATABASE_URL: worker, KAFKA_BROKERS: kafka.address, ZERODO_EXIT_WITH_STDIN: '1' },
    socketPath: join(home, 'relay'),
    logFile: join(home, 'logs', 'second-relay.log'),
    readinessPath: '/healthz/ready',
    niceness: 0,
  });
}

/** Whatever it answers: ticks are hints. */
async function tick({ agent, socketPath }: FunctionProcess): Promise<void> {
  const headers = {
    'ce-specversion': '1.0',
    'ce-id': randomUUID(),
    'ce-type': 'dev.zerodo.tick.v1',
    'ce-source': '/zerodo/faults',
  };
  const request = open({
    agent,
    socketPath,
    method: 'POST',
    path: '/',
    headers: { host: 'localhost', ...headers },
  });
  request.end();
  try {
    const [response] = await once(request, 'response');
    response.resume();
  } catch {
    // It was cut off, or is gone.
  }
}
