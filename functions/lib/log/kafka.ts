import { Unavailable } from '@zerodo/store/unavailable';
import { Kafka, type KafkaConfig, logLevel, type SASLOptions } from 'kafkajs';
import type { Log, OnError } from './contract.ts';
import type { KafkaAddress } from './kafka-address.ts';
import { followKafka } from './kafka-follow.ts';
import { publishTo } from './kafka-publisher.ts';
import { tailKafka } from './kafka-tail.ts';
import { kafkaTrouble } from './kafka-trouble.ts';
import type { Publisher } from './publisher.ts';

const mechanisms = {
  'SCRAM-SHA-512': 'scram-sha-512',
  'SCRAM-SHA-256': 'scram-sha-256',
  PLAIN: 'plain',
} as const;

/** How kafkajs is told where Kafka is; for whatever speaks to it. */
export const connectionTo = ({ brokers, tls, sasl }: KafkaAddress): KafkaConfig => ({
  brokers: [...brokers],
  ...(tls && { ssl: { ...(tls.ca && { ca: tls.ca }) } }),
  ...(sasl && { sasl: { ...sasl, mechanism: mechanisms[sasl.mechanism] } as SASLOptions }),
});

/** Quiet: what fails is retried, or told to whoever called. */
const client = (address: KafkaAddress): Kafka =>
  new Kafka({
    ...connectionTo(address),
    clientId: 'zerodo',
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
  });

const reached = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause: Error) => {
    throw new Unavailable(`Kafka cannot be reached: ${kafkaTrouble(cause) ?? cause.message}`, { cause });
  });

/** Kafka as the log. */
export function openKafka(address: KafkaAddress, told: OnError): Log {
  const kafka = client(address);
  const onError: OnError = (error) => {
    const why = kafkaTrouble(error);
    told(why ? new Error(why, { cause: error }) : error);
  };
  return {
    tail: (options, deliver) => reached(tailKafka(kafka, options, deliver, onError)),
    follow: (topics, hear, missed) => reached(followKafka(kafka, topics, { hear, missed, onError })),
    close: async () => {},
  };
}

export const openKafkaPublisher = (address: KafkaAddress): Publisher => publishTo(client(address));
