import { catalogue, type Topic, topicsOf } from '@zerodo/domain/events';
import type { FunctionShape } from '../render/functions.ts';

type Operation = 'Describe' | 'Read' | 'Write' | 'Delete';
export type Acl = {
  resource: { type: 'topic' | 'group'; name: string; patternType: 'literal' | 'prefix' };
  operations: Operation[];
};
/** Somebody who speaks to Kafka, with all that they may do. */
export type KafkaUser = { name: string; acls: Acl[] };

const topic = (name: string, ...operations: Operation[]): Acl => ({
  resource: { type: 'topic', name, patternType: 'literal' },
  operations: ['Describe', ...operations],
});
const group = (name: string, patternType: 'literal' | 'prefix', ...operations: Operation[]): Acl => ({
  resource: { type: 'group', name, patternType },
  operations: ['Describe', 'Read', ...operations],
});

/** Everything that the catalogue of events sends somewhere. */
const published = (): Topic[] => [...new Set(Object.keys(catalogue).flatMap((type) => topicsOf(type)))];

/** Its group has a name of its own each time (lib/log/kafka-follow.ts), and commits nothing. */
const follower = ({ name, follows }: FunctionShape): KafkaUser[] =>
  follows ? [{ name, acls: [topic(follows, 'Read'), group('zerodo-follow-', 'prefix')] }] : [];

/** What Knative reads for a KafkaSource; it deletes the group together with the source. */
const source = ({ name, kafkaSource }: FunctionShape): KafkaUser[] =>
  kafkaSource ? [{ name, acls: [topic(kafkaSource.topic, 'Read'), group(name, 'literal', 'Delete')] }] : [];

/**
 * Who speaks to Kafka: the relay, who follows a topic, the Broker with its Triggers, each KafkaSource, and the sink of
 * dead letters. Each may do what it does, and nothing else.
 */
export function kafkaUsers(functions: readonly FunctionShape[]): KafkaUser[] {
  return [
    { name: 'outbox-relay', acls: published().map((name) => topic(name, 'Write')) },
    ...functions.flatMap(follower),
    {
      name: 'task-events-broker',
      // It writes what is sent to its ingress; a Trigger's group goes with the Trigger.
      acls: [topic('task-events', 'Read', 'Write'), group('knative-trigger-', 'prefix', 'Delete')],
    },
    ...functions.flatMap(source),
    { name: 'dead-letters-sink', acls: [topic('dead-letters', 'Write')] },
  ];
}

/** One user that may do what all of them may, for an installation with a single Secret `zerodo-kafka`. */
export function oneUser(users: readonly KafkaUser[]): KafkaUser {
  const acls = new Map<string, Acl>();
  for (const { resource, operations } of users.flatMap(({ acls }) => acls)) {
    const key = JSON.stringify(resource);
    const before = acls.get(key)?.operations ?? [];
    acls.set(key, { resource, operations: [...new Set([...before, ...operations])] });
  }
  return { name: 'zerodo', acls: [...acls.values()] };
}
