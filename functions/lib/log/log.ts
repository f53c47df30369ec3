import type { Log, OnError } from './contract.ts';
import type { KafkaAddress } from './kafka-address.ts';
import { openTable } from './postgres.ts';

export type { Deliver, Log, LogEvent, LogRecord, OnError, Stoppable, TailOptions } from './contract.ts';

export type LogOptions = {
  /** As zerodo_worker. */
  databaseUrl: string;
  /** Set: Kafka is the log. Not set: the events table is. */
  kafka?: KafkaAddress | undefined;
  onError?: OnError;
};

const toStderr: OnError = (error) => console.error(`log: ${error.message}`);

/** The log that events are read from. Nothing connects before the first `tail` or `follow`. */
export function openLog({ databaseUrl, kafka: address, onError = toStderr }: LogOptions): Log {
  if (!address) return openTable(databaseUrl, onError);
  // Imported when it is needed: without Kafka its client costs a start 20 ms.
  const kafka = import('./kafka.ts').then(({ openKafka }) => openKafka(address, onError));
  kafka.catch(() => {});
  return {
    tail: async (options, deliver) => (await kafka).tail(options, deliver),
    follow: async (topics, hear, missed) => (await kafka).follow(topics, hear, missed),
    close: async () => (await kafka).close(),
  };
}
