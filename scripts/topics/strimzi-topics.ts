import { configOf, type TopicShape } from './catalogue.ts';
import { inKafka, manifests } from './strimzi.ts';

/** The topics as KafkaTopics of Strimzi's topic operator. */
export const strimziTopics = (topics: readonly TopicShape[]): string =>
  manifests(
    topics.map((topic) => ({
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: inKafka(topic.name),
      spec: {
        partitions: topic.partitions,
        replicas: topic.replicas,
        config: Object.fromEntries(
          Object.entries(configOf(topic)).map(([key, value]) => [
            key,
            /^\d+$/.test(value) ? Number(value) : value,
          ]),
        ),
      },
    })),
  );
