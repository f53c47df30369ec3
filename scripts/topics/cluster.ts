import kafkajs, { type Admin } from 'kafkajs';
import { configOf, type TopicShape } from './catalogue.ts';
import type { FoundTopic, Step } from './plan.ts';

// Node finds no names for them in a CommonJS module.
const { ConfigResourceTypes, ConfigSource } = kafkajs;

/** Those of the topics that a Kafka has, as it has them. */
export async function findTopics(
  admin: Admin,
  wanted: readonly TopicShape[],
): Promise<Map<string, FoundTopic>> {
  const all = new Set(await admin.listTopics());
  const names = wanted.map(({ name }) => name).filter((name) => all.has(name));
  if (names.length === 0) return new Map();
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  const configs = new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      Object.fromEntries(
        configEntries.map(({ configName, configValue, configSource }) => [
          configName,
          { value: configValue, own: configSource === ConfigSource.TOPIC_CONFIG },
        ]),
      ),
    ]),
  );
  return new Map(
    topics.map(({ name, partitions }) => [
      name,
      {
        partitions: partitions.length,
        replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)),
        config: configs.get(name) ?? {},
      },
    ]),
  );
}

/** Makes a topic as the catalogue has it. */
export const createTopics = (admin: Admin, topics: readonly TopicShape[]): Promise<boolean> =>
  admin.createTopics({
    waitForLeaders: true,
    topics: topics.map((topic) => ({
      topic: topic.name,
      numPartitions: topic.partitions,
      replicationFactor: topic.replicas,
      configEntries: Object.entries(configOf(topic)).map(([name, value]) => ({ name, value })),
    })),
  });

/** Does one step of a plan. @throws what kafkajs throws: the steps before it are done, and a new plan has the rest */
export async function apply(admin: Admin, step: Step): Promise<void> {
  switch (step.kind) {
    case 'create':
      await createTopics(admin, [step.topic]);
      return;
    case 'widen':
      await admin.createPartitions({ topicPartitions: [{ topic: step.name, count: step.to }] });
      return;
    case 'configure':
      await admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name: step.name,
            configEntries: Object.entries(step.entries).map(([name, value]) => ({ name, value })),
          },
        ],
      });
  }
}
