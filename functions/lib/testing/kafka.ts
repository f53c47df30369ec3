import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { Broker, BrokerOptions } from '../../../kafka/local/broker.ts';
import { onPath } from '../../../scripts/on-path.ts';
import { startKafka } from '../../../scripts/start/kafka.ts';
import { withKeptJars } from './kafka-jars.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Whether tests with Kafka are left out here, which is said in a line; with CI=true they run, and
 * fail where they cannot.
 */
export function withoutKafka(): boolean {
  const said = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(said.stderr ?? '')?.[1] ?? 0);
  if (version >= 17 && onPath('mvn')) return false;
  if (process.env.CI === 'true') return false;
  process.stderr.write(
    'Tests with Kafka are skipped: they need Java 17 and Maven (on Debian: apt-get install default-jre maven).\n',
  );
  return true;
}

export type TestKafka = {
  brokers: () => string[];
  /** Stops the broker and starts it again where it was, with its data. */
  restart: (between?: () => Promise<void>) => Promise<void>;
};

/** What a broker is to have beside what production has; asked once its home is there. */
export type More = (home: string) => Promise<Pick<BrokerOptions, 'properties' | 'users'>>;

/** A Kafka for this test file, with the topics that production has. */
export function testKafka(more: More = async () => ({})): TestKafka {
  let home: string;
  let broker: Broker;
  const start = async () => startKafka(root, home, new AbortController().signal, await more(home));

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'zerodo-test-kafka-'));
    await chmod(home, 0o711);
    const keepJars = await withKeptJars(home);
    broker = await start();
    await keepJars();
  }, 180_000);

  afterAll(async () => {
    await broker?.stop();
    await rm(home, { recursive: true, force: true });
  });

  return {
    brokers: () => [broker.address],
    async restart(between = async () => {}) {
      await broker.stop();
      await between();
      broker = await start();
    },
  };
}
