import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { functions } from '../render/functions.ts';
import { root } from '../tool.ts';
import { aclCommands } from './acl-commands.ts';
import { readTopics } from './catalogue.ts';
import { renderStrimzi } from './render.ts';
import { kafkaUsers } from './users.ts';

const files = await renderStrimzi(functions);
const objects = (name: string) => parseAllDocuments(files[name]!).map((document) => document.toJS());
const readObjects = async (path: string) =>
  parseAllDocuments(await readFile(`${root}${path}`, 'utf8')).map((document) => document.toJS());

describe('what is rendered for Strimzi', () => {
  it('has a KafkaTopic for each topic, with Kafka’s own names and numbers', async () => {
    const topics = objects('topics.yaml');
    expect(topics.map(({ metadata }) => metadata.name)).toEqual(
      (await readTopics(root)).map(({ name }) => name),
    );
    expect(topics[0]).toEqual({
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: {
        name: 'task-events',
        namespace: 'kafka',
        labels: { 'strimzi.io/cluster': 'zerodo', 'app.kubernetes.io/part-of': 'zerodo' },
      },
      spec: {
        partitions: 6,
        replicas: 3,
        config: {
          'cleanup.policy': 'delete',
          'max.message.bytes': 1048588,
          'min.insync.replicas': 2,
          'retention.ms': 604800000,
        },
      },
    });
  });

  it('has one replica of each where there is one node, and the same users', async () => {
    for (const { spec } of objects('topics-development.yaml')) {
      expect([spec.replicas, spec.config['min.insync.replicas']]).toEqual([1, 1]);
    }
    const [pool] = await readObjects('kafka/strimzi/cluster-development.yaml');
    expect(pool.spec.replicas).toBe(1);
  });

  it('has a user for each who reads or writes, and none that may do everything', () => {
    const users = objects('users.yaml');
    const readers = functions.flatMap(({ name, kafkaSource, follows }) =>
      kafkaSource || follows ? [name] : [],
    );
    expect(users.map(({ metadata }) => metadata.name).sort()).toEqual(
      ['outbox-relay', 'task-events-broker', 'dead-letters-sink', ...readers].sort(),
    );
    for (const { spec } of [...users, ...objects('one-user.yaml')]) {
      expect(spec.authentication).toEqual({ type: 'scram-sha-512' });
      for (const { resource, operations } of spec.authorization.acls) {
        expect(resource.name).not.toContain('*');
        expect(operations).not.toContain('All');
      }
    }
  });

  it('says nothing of topics that nobody made', async () => {
    const topics = (await readTopics(root)).map(({ name }) => name);
    const named = kafkaUsers(functions).flatMap(({ acls }) =>
      acls.flatMap(({ resource }) => (resource.type === 'topic' ? [resource.name] : [])),
    );
    expect(named.filter((name) => !topics.includes(name))).toEqual([]);
  });

  it('is the same as commands where there is no operator', () => {
    const lines = aclCommands(kafkaUsers(functions)).trim().split('\n');
    expect(lines).toContain(
      'kafka-acls.sh --bootstrap-server "$KAFKA_BROKERS" --command-config admin.properties --add --allow-principal User:live-stream --operation Describe --operation Read --group zerodo-follow- --resource-pattern-type prefixed',
    );
  });
});

describe.each(['cluster.yaml', 'cluster-development.yaml'])('the Kafka of kafka/strimzi/%s', (name) => {
  it('is reached by TLS and a user only, and makes no topic by itself', async () => {
    const kafka = (await readObjects(`kafka/strimzi/${name}`)).find(({ kind }) => kind === 'Kafka');
    expect(kafka.spec.kafka.listeners).toEqual([
      { name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'scram-sha-512' } },
    ]);
    expect(kafka.spec.kafka.authorization).toEqual({ type: 'simple' });
    expect(kafka.spec.kafka.config['auto.create.topics.enable']).toBe(false);
    expect(kafka.spec.entityOperator).toMatchObject({ topicOperator: {}, userOperator: {} });
  });

  it('has as many nodes as its topics have replicas', async () => {
    const pool = (await readObjects(`kafka/strimzi/${name}`)).find(({ kind }) => kind === 'KafkaNodePool');
    const topics = objects(name.replace('cluster', 'topics'));
    for (const { spec } of topics) expect(spec.replicas).toBe(pool.spec.replicas);
  });
});

it('gives Redpanda as many nodes, TLS and users', async () => {
  const values = parse(await readFile(`${root}kafka/redpanda/values.yaml`, 'utf8'));
  expect(values).toMatchObject({
    statefulset: { replicas: 3 },
    tls: { enabled: true },
    auth: { sasl: { enabled: true } },
    config: { cluster: { auto_create_topics_enabled: false } },
  });
});
