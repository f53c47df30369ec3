import { Unavailable } from '@zerodo/store/unavailable';
import { Kafka, logLevel } from 'kafkajs';
import type { Log, OnError } from './contract.ts';
import { followKafka } from './kafka-follow.ts';
import { publishTo } from './kafka-publisher.ts';
import { tailKafka } from './kafka-tail.ts';
import type { Publisher } from './publisher.ts';

/** Quiet: what fails is retried, or told to whoever called. */
const client = (brokers: readonly string[]): Kafka =>
  new Kafka({
    clientId: 'zerodo',
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
  });

const reached = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause: Error) => {
    throw new Unavailable(`Kafka cannot be reached: ${cause.message}`, { cause });
  });

/** Kafka as the log. */
export function openKafka(brokers: readonly string[], onError: OnError): Log {
  const kafka = client(brokers);
  return {
    tail: (options, deliver) => reached(tailKafka(kafka, options, deliver, onError)),
    follow: (topics, hear, missed) => reached(followKafka(kafka, topics, { hear, missed, onError })),
    close: async () => {},
  };
}

export const openKafkaPublisher = (brokers: readonly string[]): Publisher => publishTo(client(brokers));
