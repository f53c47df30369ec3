import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import {
  type Broker,
  type BrokerOptions,
  CannotRun,
  needsJava,
  startBroker,
} from '../../kafka/local/broker.ts';
import { readTopics, withReplicas } from '../topics/catalogue.ts';
import { createTopics } from '../topics/cluster.ts';
import { Complaint } from './complaint.ts';
import { freePort, keptPort } from './ports.ts';
import { alive, stopped } from './process.ts';

/**
 * Starts Kafka in the state folder and creates the topics of kafka/topics.yaml.
 *
 * @throws Complaint when this machine lacks Java or Maven
 */
export async function startKafka(
  root: string,
  home: string,
  signal: AbortSignal,
  more: Pick<BrokerOptions, 'properties' | 'users'> = {},
): Promise<Broker> {
  const folder = join(home, 'kafka');
  await stopLeftOver(folder);
  const brokerPort = await keptPort(home, 'kafka');
  const options = { folder, brokerPort, controllerPort: await freePort(), signal, ...more };
  const broker = await startBroker(options).catch(asComplaint);
  await writeFile(join(folder, 'kafka.pid'), String(broker.pid));
  await makeTopics(root, broker.address);
  return broker;
}

/** @throws Complaint when this machine lacks Java; asked before anything is started */
export const checkJava = (): Promise<void> => needsJava().catch(asComplaint);

function asComplaint(error: unknown): never {
  throw error instanceof CannotRun ? new Complaint(error.message) : error;
}

/** A Kafka whose Zerodo was killed is stopped, with or without one to follow: nobody would stop it later. */
export async function stopLeftOver(folder: string): Promise<void> {
  const noted = join(folder, 'kafka.pid');
  const pid = Number(await readFile(noted, 'utf8').catch(() => ''));
  if (pid && (await alive(pid, folder))) {
    process.kill(pid, 'SIGTERM');
    await stopped(pid, 15_000);
  }
  await rm(noted, { force: true });
}

async function makeTopics(root: string, address: string): Promise<void> {
  const topics = withReplicas(await readTopics(root), 1);
  const admin = new Kafka({
    brokers: [address],
    clientId: 'zerodo-start',
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, initialRetryTime: 100, maxRetryTime: 1_000 },
  }).admin();
  await admin.connect();
  try {
    await createTopics(admin, topics);
  } finally {
    await admin.disconnect();
  }
}
