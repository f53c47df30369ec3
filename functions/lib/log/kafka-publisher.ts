import { Unavailable } from '@zerodo/store/unavailable';
import { type Kafka, Partitioners, type Producer } from 'kafkajs';
import type { LogRecord } from './contract.ts';
import { toMessage } from './kafka-message.ts';
import { kafkaTrouble } from './kafka-trouble.ts';
import type { Publisher } from './publisher.ts';

/** How long the brokers may take to acknowledge one request, and how often it is sent again. */
const acknowledgeMs = 10_000;
const retries = 2;
/** Brokers refuse more than a megabyte for one partition (message.max.bytes), and all of a request may be for one. */
const portionBytes = 900_000;

export function publishTo(kafka: Kafka): Publisher {
  let producer: Promise<Producer> | undefined;

  const drop = async () => {
    const dropped = await producer?.catch(() => undefined);
    producer = undefined;
    await dropped?.disconnect().catch(() => {});
  };

  return {
    async publish(records) {
      if (records.length === 0) return;
      try {
        producer ??= connected(kafka);
        const sender = await producer;
        for (const portion of portionsOf(records)) {
          await sender.sendBatch({ acks: -1, timeout: acknowledgeMs, topicMessages: byTopic(portion) });
        }
      } catch (cause) {
        // Nobody knows what of it arrived. This producer would give the next records the same sequence
        // numbers, and the broker would take them for the ones it has: only a new one is safe.
        await drop();
        const why = kafkaTrouble(cause);
        throw new Unavailable(why ? `Nothing is published: ${why}.` : 'Kafka does not answer just now.', {
          cause,
        });
      }
    },
    close: drop,
  };
}

async function connected(kafka: Kafka): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { retries, initialRetryTime: 200 },
  });
  await producer.connect();
  return producer;
}

/** What a record's attributes and framing take at the most. */
const overheadBytes = 2_048;

/** Consecutive records that fit in one request; a record alone is always far smaller than a request. */
export function portionsOf(records: readonly LogRecord[]): LogRecord[][] {
  const portions: LogRecord[][] = [];
  let room = 0;
  for (const record of records) {
    const size = Buffer.byteLength(record.data) + overheadBytes;
    if (size > room) {
      portions.push([]);
      room = portionBytes;
    }
    portions.at(-1)!.push(record);
    room -= size;
  }
  return portions;
}

/** One request for all topics; within a topic the order stays. */
function byTopic(records: readonly LogRecord[]) {
  const messages = new Map<string, ReturnType<typeof toMessage>[]>();
  for (const record of records) {
    const before = messages.get(record.topic);
    if (before) before.push(toMessage(record));
    else messages.set(record.topic, [toMessage(record)]);
  }
  return [...messages].map(([topic, list]) => ({ topic, messages: list }));
}
