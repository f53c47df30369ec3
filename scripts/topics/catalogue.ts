import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** What the relay puts into one request for a partition has to fit (lib/log/kafka-publisher.ts). */
const smallestMessageBytes = 1_000_000;

const settings = z.object({
  partitions: z.int().min(3),
  replicas: z.int().positive(),
  minInSyncReplicas: z.int().positive(),
  retentionDays: z.int().positive(),
  cleanupPolicy: z.enum(['delete', 'compact', 'compact,delete']),
  maxMessageBytes: z.int().min(smallestMessageBytes),
});
/** A topic with everything that a Kafka wants to know of it. */
export type TopicShape = { name: string } & z.infer<typeof settings>;

const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const shape = z
  .strictObject({
    ...settings.shape,
    topics: z.array(z.strictObject({ name, ...settings.partial().shape })).min(1),
  })
  .transform(({ topics, ...usual }) => topics.map((topic) => ({ ...usual, ...topic }) as TopicShape))
  .refine((topics) => topics.every(({ replicas, minInSyncReplicas }) => minInSyncReplicas <= replicas), {
    error: 'minInSyncReplicas is more than replicas: nothing could ever be acknowledged',
  });

/** @throws Error naming what is wrong in the file */
export function parseTopics(text: string): TopicShape[] {
  return shape.parse(parse(text));
}

/** The topics of kafka/topics.yaml. */
export const readTopics = async (root: string): Promise<TopicShape[]> =>
  parseTopics(await readFile(join(root, 'kafka', 'topics.yaml'), 'utf8'));

/** The same topics where there are fewer nodes: as many replicas, and one fewer that has to have a record, but one at least. */
export const withReplicas = (topics: TopicShape[], replicas: number): TopicShape[] =>
  topics.map((topic) => ({
    ...topic,
    replicas,
    minInSyncReplicas: Math.max(1, Math.min(topic.minInSyncReplicas, replicas - 1)),
  }));

/** The configuration of a topic under Kafka's own names. */
export const configOf = (topic: TopicShape): Record<string, string> => ({
  'cleanup.policy': topic.cleanupPolicy,
  'max.message.bytes': String(topic.maxMessageBytes),
  'min.insync.replicas': String(topic.minInSyncReplicas),
  'retention.ms': String(topic.retentionDays * 86_400_000),
});
