import { recordsOf } from '@zerodo/log/cloudevent';
import { fromMessage } from '@zerodo/log/kafka-message';
import { endsOf } from '@zerodo/log/kafka-offsets';
import type { StoredEvent } from '@zerodo/store/events';
import { Kafka, logLevel } from 'kafkajs';
import { about, type Check } from './context.ts';

/** Every event has one place in the log, and Kafka holds it on each of its topics, for each key in that order. */
export const log: Check = async ({ owner, world }) => {
  const [places] = await owner<
    { events: number; first: number; last: number; numbered: number; published: number }[]
  >`
    select count(*) as events, min(log_position) as first, max(log_position) as last, numbered, published
    from events, log_shards where shard = 0 group by numbered, published
  `;
  const { events, first, last, numbered, published } = places!;
  const whole = first === 1 && last === events && numbered === events && published === events;
  const stored = await owner<StoredEvent[]>`select * from events order by log_position`;
  const found = await firstSeen(world.kafka.address, [
    ...new Set(stored.flatMap(recordsOf).map(({ topic }) => topic)),
  ]);
  const missing: string[] = [];
  const disordered: string[] = [];
  const latest = new Map<string, number>();
  for (const { topic, key, attributes } of stored.flatMap(recordsOf)) {
    const place = found.get(`${topic} ${attributes.id}`);
    if (place === undefined) missing.push(`${attributes.id} on ${topic}`);
    else if (place < (latest.get(`${topic} ${key}`) ?? -1)) disordered.push(`${attributes.id} on ${topic}`);
    latest.set(`${topic} ${key}`, Math.max(place ?? -1, latest.get(`${topic} ${key}`) ?? -1));
  }
  return [
    ...about('wrong', 'places in the log', whole ? [] : [JSON.stringify(places)]),
    ...about('lost', 'not in Kafka', missing),
    ...about('wrong', 'in Kafka before what came earlier', disordered),
  ];
};

/** The offset at which each event is on each topic for the first time; all of a key are in one partition. */
async function firstSeen(address: string, topics: string[]): Promise<Map<string, number>> {
  const kafka = new Kafka({ brokers: [address], clientId: 'zerodo-faults', logLevel: logLevel.NOTHING });
  const ends = await endsOf(kafka, topics);
  const left = new Map(
    [...ends].flatMap(([topic, partitions]) =>
      [...partitions]
        .filter(([, end]) => end > 0)
        .map(([partition, end]) => [`${topic}/${partition}` as string, end] as const),
    ),
  );
  const found = new Map<string, number>();
  if (left.size === 0) return found;
  const consumer = kafka.consumer({ groupId: `zerodo-faults-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachBatch = async ({ batch }: { batch: import('kafkajs').Batch }) => {
      for (const message of batch.messages) {
        const event = fromMessage(batch.topic, batch.partition, message);
        const key = event && `${batch.topic} ${event.attributes.id}`;
        if (key && !found.has(key)) found.set(key, Number(message.offset));
      }
      const lane = `${batch.topic}/${batch.partition}`;
      if (Number(batch.lastOffset()) + 1 >= (left.get(lane) ?? 0)) left.delete(lane);
      if (left.size === 0) resolve();
    };
    consumer.run({ autoCommit: false, eachBatch }).catch(reject);
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  });
  await consumer.disconnect();
  return found;
}
