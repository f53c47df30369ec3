import type { LogRecord } from './contract.ts';
import type { KafkaAddress } from './kafka-address.ts';

/** Only the relay publishes, one call at a time: that keeps the order. */
export type Publisher = {
  /**
   * Resolves when every in-sync replica has the records, which keep their order within a key.
   *
   * @throws Unavailable when that is not known; the same records are then to be published again
   */
  publish(records: readonly LogRecord[]): Promise<void>;
  close(): Promise<void>;
};

/** Connects with the first record. */
export function openPublisher(address: KafkaAddress): Publisher {
  let opened: Promise<Publisher> | undefined;
  const open = () => {
    opened ??= import('./kafka.ts').then(({ openKafkaPublisher }) => openKafkaPublisher(address));
    return opened;
  };
  return {
    publish: async (records) => (await open()).publish(records),
    close: async () => (await opened)?.close(),
  };
}
