import { randomUUID } from 'node:crypto';
import { withoutKafka } from '@zerodo/testing/kafka';
import { secureKafka } from '@zerodo/testing/secure-kafka';
import { until } from '@zerodo/testing/until';
import kafkajs from 'kafkajs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type KafkaSettings, kafkaAddress } from './kafka-address.ts';
import { type LogRecord, openLog, type Stoppable } from './log.ts';
import { openPublisher } from './publisher.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const topic = 'task-events';
const relay = { name: 'relay', password: 'a-password-of-the-relay' };
const stranger = { name: 'stranger', password: 'a-password-of-a-stranger' };

describe.skipIf(withoutKafka())('Kafka with TLS and users', () => {
  const kafka = secureKafka([relay, stranger]);
  const open: Stoppable[] = [];

  beforeAll(async () => {
    const may = (resourceType: number, operation: number) => ({
      resourceType,
      resourceName: '*',
      resourcePatternType: ResourcePatternTypes.LITERAL,
      principal: 'User:relay',
      host: '*',
      operation,
      permissionType: AclPermissionTypes.ALLOW,
    });
    await kafka.grant([
      may(AclResourceTypes.TOPIC, AclOperationTypes.WRITE),
      may(AclResourceTypes.TOPIC, AclOperationTypes.READ),
      may(AclResourceTypes.GROUP, AclOperationTypes.READ),
    ]);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.stop()));
  });

  const aRecord = (): LogRecord => ({
    topic,
    key: randomUUID(),
    attributes: { specversion: '1.0', id: randomUUID(), source: '/test', type: 'test' },
    data: '{}',
  });
  const settings = (over: Partial<KafkaSettings> = {}): KafkaSettings => ({
    KAFKA_BROKERS: kafka.saslSsl(),
    ZERODO_KAFKA_PROTOCOL: 'SASL_SSL',
    ZERODO_KAFKA_USER: relay.name,
    ZERODO_KAFKA_PASSWORD: relay.password,
    ZERODO_KAFKA_CA: kafka.ca(),
    ...over,
  });
  const publish = async (told: KafkaSettings, record = aRecord()) => {
    const publisher = openPublisher(kafkaAddress(told)!);
    open.push({ stop: () => publisher.close() });
    await publisher.publish([record]);
    return record;
  };
  const tail = (told: KafkaSettings, heard: string[]) =>
    openLog({ databaseUrl: 'postgres://unused', kafka: kafkaAddress(told), onError: () => {} }).tail(
      { group: randomUUID(), topics: [topic], from: 'earliest', concurrency: 1, ordered: true },
      async ({ attributes }) => void heard.push(attributes.id!),
    );

  it('takes events over TLS from a user who may write, and gives them to one who may read', async () => {
    const { attributes } = await publish(settings());
    const heard: string[] = [];

    open.push(await tail(settings(), heard));

    await until(() => heard.includes(attributes.id!));
  });

  it.each<[string, () => KafkaSettings, string]>([
    [
      'a wrong password',
      () => settings({ ZERODO_KAFKA_PASSWORD: 'wrong' }),
      'Kafka refuses the user: check ZERODO_KAFKA_USER, ZERODO_KAFKA_PASSWORD and ZERODO_KAFKA_MECHANISM',
    ],
    [
      'another way to prove the user than Kafka takes',
      () => settings({ ZERODO_KAFKA_MECHANISM: 'PLAIN' }),
      'Kafka does not let users prove themselves like this: set ZERODO_KAFKA_MECHANISM to what it takes',
    ],
    [
      'an authority that nobody knows',
      () => settings({ ZERODO_KAFKA_CA: undefined }),
      'the certificate of Kafka is signed by nobody who is known here: set ZERODO_KAFKA_CA to the certificate of its authority',
    ],
    [
      'a name that the certificate has not',
      () =>
        settings({
          KAFKA_BROKERS: kafka.saslSsl().map((broker) => broker.replace('127.0.0.1', 'localhost')),
        }),
      'the certificate of Kafka is for another host: name the brokers in KAFKA_BROKERS as it does',
    ],
    [
      'a port without TLS',
      () => settings({ KAFKA_BROKERS: kafka.brokers() }),
      'Kafka ends the connection before TLS begins: unless it is just starting, take the port of its TLS listener in KAFKA_BROKERS',
    ],
    [
      'a user who may not',
      () => settings({ ZERODO_KAFKA_USER: stranger.name, ZERODO_KAFKA_PASSWORD: stranger.password }),
      'Kafka does not let this user do it: give it the ACLs that kafka/strimzi/users.yaml has for its function',
    ],
  ])('says what to put right with %s, publishing and reading', async (_, told, sentence) => {
    await expect(publish(told())).rejects.toMatchObject({
      name: 'Unavailable',
      message: `Nothing is published: ${sentence}.`,
    });
    await expect(tail(told(), [])).rejects.toMatchObject({
      name: 'Unavailable',
      message: `Kafka cannot be reached: ${sentence}`,
    });
  });
});
