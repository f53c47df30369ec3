import { setTimeout as sleep } from 'node:timers/promises';
import { withKeptJars } from '@zerodo/testing/kafka-jars';
import type { Broker } from '../../../kafka/local/broker.ts';
import { startKafka } from '../../start/kafka.ts';
import { answers, keptPort } from '../../start/ports.ts';
import { stopped } from '../../start/process.ts';
import { root } from '../../tool.ts';
import { openProxy, type Wire } from './proxy.ts';

/** A Kafka of the run's own, which everybody reaches through a proxy. */
export type RunKafka = {
  /** As Zerodo is told of it. */
  address: string;
  /** Past the proxy. */
  directAddress: string;
  proxy: Wire;
  pid: () => number;
  /** As `kill -9`, or as an operator stops it. */
  stop: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

export async function openKafka(home: string, signal: AbortSignal): Promise<RunKafka> {
  let broker: Broker | undefined;
  const port = await keptPort(home, 'kafka');
  const proxy = await openProxy(() => port);
  const properties = [`advertised.listeners=PLAINTEXT://127.0.0.1:${proxy.port}`];
  const start = async () => {
    // A process that has ended may hold its port for a moment more, and another port would be past the proxy.
    while (await answers(port)) await sleep(20);
    broker = await startKafka(root, home, signal, { properties });
  };
  const keepJars = await withKeptJars(home);
  await start();
  await keepJars();
  return {
    address: `127.0.0.1:${proxy.port}`,
    directAddress: `127.0.0.1:${port}`,
    proxy,
    pid: () => broker!.pid,
    start,
    async stop(how) {
      process.kill(broker!.pid, how);
      await stopped(broker!.pid, 20_000);
    },
    async close() {
      await broker?.stop();
      await proxy.close();
    },
  };
}
