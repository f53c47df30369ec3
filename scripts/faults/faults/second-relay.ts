import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as open } from 'node:http';
import { dirname, join } from 'node:path';
import { type FunctionProcess, launch } from '../../local/function-process.ts';
import { urlsFor } from '../../start/database.ts';
import { readSecrets } from '../../start/home.ts';
import type { Context } from '../check/context.ts';

/** A relay beside the one that the runner has, of the same bundle. */
export async function launchRelay({ world }: Context, program: string): Promise<FunctionProcess> {
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
export async function tick({ agent, socketPath }: FunctionProcess): Promise<void> {
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
