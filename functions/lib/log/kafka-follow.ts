import { randomUUID } from 'node:crypto';
import type { Batch, Consumer, Kafka } from 'kafkajs';
import type { LogEvent, OnError, Stoppable } from './contract.ts';
import { consume } from './kafka-consumer.ts';
import { fromMessage } from './kafka-message.ts';
import { endsOf } from './kafka-offsets.ts';

/**
 * Every partition of the topics from now on, in a group of its own that commits nothing and so is
 * forgotten by Kafka. Its places are kept here: after a rebalance it goes on where it was.
 */
export async function followKafka(
  kafka: Kafka,
  topics: readonly string[],
  { hear, missed, onError }: { hear: (event: LogEvent) => void; missed: () => void; onError: OnError },
): Promise<Stoppable> {
  const places = await endsOf(kafka, topics);

  const assigned = (member: Consumer, assignment: Record<string, number[]>) => {
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) {
        // A partition that did not exist before is heard from its first record.
        const offset = String(places.get(topic)?.get(partition) ?? 0);
        member.seek({ topic, partition, offset });
      }
    }
  };

  const take = (_member: Consumer, { topic, partition, messages }: Batch) => {
    const place = places.get(topic)?.get(partition) ?? 0;
    const offsets = messages.map(({ offset }) => Number(offset));
    // Older than what is kept: Kafka has thrown it away before we came back for it.
    if (offsets[0]! > place) missed();
    messages.forEach((message, index) => {
      const event = offsets[index]! >= place && fromMessage(topic, partition, message);
      if (event) hear(event);
    });
    places.get(topic)?.set(partition, Math.max(place, offsets.at(-1)! + 1));
  };

  const group = `zerodo-follow-${randomUUID()}`;
  return consume(kafka, { group, topics }, { assigned, take, onError });
}
