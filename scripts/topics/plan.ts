import { configOf, type TopicShape } from './catalogue.ts';

/** A topic as a Kafka has it. */
export type FoundTopic = {
  partitions: number;
  /** The fewest that a partition has. */
  replicas: number;
  /** Its configuration; `own` where it was set for this topic and is not the cluster's. */
  config: Record<string, { value: string; own: boolean }>;
};

export type Step =
  | { kind: 'create'; topic: TopicShape }
  /** `entries` is everything that the topic has of its own afterwards: Kafka's AlterConfigs forgets what is left out. */
  | { kind: 'configure'; name: string; changes: Change[]; entries: Record<string, string> }
  | { kind: 'widen'; name: string; from: number; to: number };
export type Change = { key: string; from: string; to: string };

/** What to do, and what is different and stays so: a sentence each. */
export type Plan = { steps: Step[]; left: string[] };

/**
 * What makes a Kafka's topics those of kafka/topics.yaml. Nothing is ever deleted; partitions are added only when
 * `widen` says so.
 */
export function planTopics(
  wanted: readonly TopicShape[],
  found: ReadonlyMap<string, FoundTopic>,
  { widen = false }: { widen?: boolean } = {},
): Plan {
  const plan: Plan = { steps: [], left: [] };
  for (const topic of wanted) {
    const there = found.get(topic.name);
    if (!there) plan.steps.push({ kind: 'create', topic });
    else addDifferences(plan, topic, there, widen);
  }
  return plan;
}

function addDifferences({ steps, left }: Plan, topic: TopicShape, found: FoundTopic, widen: boolean): void {
  const { name, partitions, replicas } = topic;
  if (found.partitions > partitions) {
    left.push(
      `${name} has ${found.partitions} partitions and is to have ${partitions}: Kafka takes none away, so write the greater number into kafka/topics.yaml or move to a new topic.`,
    );
  }
  if (found.partitions < partitions) {
    const widening = { kind: 'widen', name, from: found.partitions, to: partitions } as const;
    if (widen) steps.push(widening);
    else left.push(`${name} ${keysMove(widening)} Add --widen once that may be.`);
  }
  if (found.replicas !== replicas) {
    left.push(
      `${name} has ${found.replicas} replicas and is to have ${replicas}: that takes a reassignment (kafka-reassign-partitions, or your provider), or say --replicas ${found.replicas}.`,
    );
  }
  const wanted = Object.entries(configOf(topic));
  const changes = wanted.flatMap(([key, to]) => {
    const from = found.config[key]?.value;
    return from !== undefined && from !== to ? [{ key, from, to }] : [];
  });
  const unknown = wanted.filter(([key]) => !found.config[key]).map(([key]) => key);
  if (unknown.length > 0) left.push(`${name}: this Kafka has no ${unknown.join(', ')}; it is left as it is.`);
  if (changes.length === 0) return;
  const own = Object.entries(found.config).filter(([, { own }]) => own);
  const entries = {
    ...Object.fromEntries(own.map(([key, { value }]) => [key, value])),
    ...Object.fromEntries(wanted.filter(([key]) => found.config[key])),
  };
  steps.push({ kind: 'configure', name, changes, entries });
}

/** What widening does to order, for whoever decides on it. */
export const keysMove = ({ from, to }: { from: number; to: number }): string =>
  `has ${from} partitions and is to have ${to}: keys then go to other partitions, and what was written about a task before and after may be read out of order unless consumers have read to the end first.`;
