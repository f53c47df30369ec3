import { randomUUID } from 'node:crypto';
import { kafkaAddress } from '@zerodo/log/kafka-address';
import { type LogRecord, openLog, type Stoppable } from '@zerodo/log/log';
import { openPublisher } from '@zerodo/log/publisher';
import { withoutKafka } from '@zerodo/testing/kafka';
import { secureKafka } from '@zerodo/testing/secure-kafka';
import { until } from '@zerodo/testing/until';
import kafkajs from 'kafkajs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { functions } from '../render/functions.ts';
import { type Acl, kafkaUsers, oneUser } from './users.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const users = kafkaUsers(functions);
const everybody = [...users, oneUser(users)];
const passwordOf = (name: string) => `the-password-of-${name}`;
const upper = <E extends object>(names: E, word: string): number =>
  (names as Record<string, number>)[word.toUpperCase()] as number;

describe.skipIf(withoutKafka())(
  'the users of kafka/strimzi/users.yaml, at a Kafka that holds them to it',
  () => {
    const kafka = secureKafka(everybody.map(({ name }) => ({ name, password: passwordOf(name) })));
    const open: Stoppable[] = [];

    beforeAll(async () => {
      const entries = (principal: string, { resource, operations }: Acl) =>
        operations.map((operation) => ({
          principal: `User:${principal}`,
          host: '*',
          permissionType: AclPermissionTypes.ALLOW,
          operation: upper(AclOperationTypes, operation),
          resourceType: upper(AclResourceTypes, resource.type),
          resourceName: resource.name,
          resourcePatternType:
            resource.patternType === 'prefix' ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
        }));
      await kafka.grant(everybody.flatMap(({ name, acls }) => acls.flatMap((acl) => entries(name, acl))));
    });
    afterEach(async () => {
      await Promise.all(open.splice(0).map((one) => one.stop()));
    });

    const addressOf = (user: string) =>
      kafkaAddress({
        KAFKA_BROKERS: kafka.saslSsl(),
        ZERODO_KAFKA_PROTOCOL: 'SASL_SSL',
        ZERODO_KAFKA_USER: user,
        ZERODO_KAFKA_PASSWORD: passwordOf(user),
        ZERODO_KAFKA_CA: kafka.ca(),
      })!;
    const publish = async (user: string, topic: string): Promise<string> => {
      const id = randomUUID();
      const attributes = { specversion: '1.0', id, source: '/test', type: 'test' };
      const publisher = openPublisher(addressOf(user));
      open.push({ stop: () => publisher.close() });
      await publisher.publish([{ topic, key: id, attributes, data: '{}' } satisfies LogRecord]);
      return id;
    };
    const logOf = (user: string, onError: (error: Error) => void = () => {}) =>
      openLog({ databaseUrl: 'postgres://unused', kafka: addressOf(user), onError });
    const tail = async (user: string, topic: string, group: string): Promise<string[]> => {
      const heard: string[] = [];
      const options = { group, topics: [topic], from: 'earliest', concurrency: 1, ordered: true } as const;
      open.push(await logOf(user).tail(options, async ({ attributes }) => void heard.push(attributes.id!)));
      return heard;
    };
    const follow = async (user: string, topic: string): Promise<string[]> => {
      const heard: string[] = [];
      open.push(
        await logOf(user).follow(
          [topic],
          ({ attributes }) => heard.push(attributes.id!),
          () => {},
        ),
      );
      return heard;
    };
    const notAllowed = {
      name: 'Unavailable',
      message: expect.stringContaining('does not let this user do it'),
    };

    it.each(['outbox-relay', 'zerodo'])('let %s publish to every topic of the catalogue', async (user) => {
      for (const topic of ['task-events', 'reminders', 'webhooks', 'task-updates', 'task-analytics']) {
        await publish(user, topic);
      }
    });

    it.each([['live-stream', 'zerodo']])('let %s and %s follow what happens', async (...followers) => {
      const heard = await Promise.all(followers.map((user) => follow(user, 'task-updates')));
      const id = await publish('outbox-relay', 'task-updates');
      await until(() => heard.every((ids) => ids.includes(id)));
    });

    it.each([
      ['audit-record', 'task-events', 'audit-record'],
      ['notification-send', 'reminders', 'notification-send'],
      ['task-events-broker', 'task-events', 'knative-trigger-anywhere-stats-record'],
      ['zerodo', 'webhooks', 'webhook-deliver'],
    ])('let %s read %s as the group %s', async (user, topic, group) => {
      const id = await publish('outbox-relay', topic);
      const heard = await tail(user, topic, group);
      await until(() => heard.includes(id));
    });

    it.each([
      ['live-stream', 'task-updates'],
      ['audit-record', 'task-events'],
      ['outbox-relay', 'dead-letters'],
      ['dead-letters-sink', 'task-events'],
    ])('do not let %s publish to %s', async (user, topic) => {
      await expect(publish(user, topic)).rejects.toMatchObject(notAllowed);
    });

    it.each([
      ['outbox-relay', 'task-events', 'audit-record'],
      ['audit-record', 'reminders', 'audit-record'],
      ['audit-record', 'task-events', 'notification-send'],
      ['task-events-broker', 'task-events', 'audit-record'],
      ['zerodo', 'task-events', 'somebody-elses'],
    ])('do not let %s read %s as the group %s', async (user, topic, group) => {
      const told: string[] = [];
      const onError = ({ message }: Error) => void told.push(message);
      const options = { group, topics: [topic], from: 'earliest', concurrency: 1, ordered: true } as const;
      const reading = logOf(user, onError).tail(options, async () => void told.push('heard'));
      reading.then((running) => open.push(running)).catch(onError);
      await until(() => told.length > 0);
      expect(told[0]).toMatch(/does not let this user do it|keeps the consumer group from this user/);
    });
  },
);
