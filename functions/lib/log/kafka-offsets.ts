import type { Kafka } from 'kafkajs';

/** The offset after the last record of each partition, now. */
export async function endsOf(
  kafka: Kafka,
  topics: readonly string[],
): Promise<Map<string, Map<number, number>>> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = new Map<string, Map<number, number>>();
    for (const topic of topics) {
      const partitions = await admin.fetchTopicOffsets(topic);
      ends.set(topic, new Map(partitions.map(({ partition, high }) => [partition, Number(high)])));
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}

/**
 * Gives a group that has no offsets the ends of its topics, now and not when its first member
 * happens to arrive: what is published in between is for it.
 */
export async function beginAtEnd(kafka: Kafka, groupId: string, topics: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const known = await admin.fetchOffsets({ groupId, topics: [...topics] });
    if (known.some(({ partitions }) => partitions.some(({ offset }) => offset !== '-1'))) return;
    for (const topic of topics) {
      const ends = await admin.fetchTopicOffsets(topic);
      const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
      await admin.setOffsets({ groupId, topic, partitions });
    }
  } finally {
    await admin.disconnect();
  }
}
