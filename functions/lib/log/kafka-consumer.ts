import type { Batch, Consumer, Kafka } from 'kafkajs';
import type { OnError } from './contract.ts';

export type Hears = {
  /** The partitions that are ours from now on; called again after every rebalance. */
  assigned: (consumer: Consumer, partitions: Record<string, number[]>) => void;
  /** Records in order; what is handed over is never fetched again by this member. */
  take: (consumer: Consumer, batch: Batch) => void;
  onError: OnError;
};

const restartMs = 1_000;

/**
 * A member of a group that keeps coming back until it is stopped: kafkajs restarts itself after
 * some failures and gives up after others. Offsets are committed by the caller only, so a member
 * that went away has lost nothing that was not done.
 */
export async function consume(
  kafka: Kafka,
  { group, topics }: { group: string; topics: readonly string[] },
  { assigned, take, onError }: Hears,
): Promise<{ current: () => Consumer; stop: () => Promise<void> }> {
  let stopped = false;
  let consumer: Consumer;
  let restarting: NodeJS.Timeout | undefined;

  const begin = async (): Promise<void> => {
    const member = kafka.consumer({
      groupId: group,
      sessionTimeout: 10_000,
      heartbeatInterval: 2_000,
      // A paused partition is looked at again after this.
      maxWaitTimeInMs: 1_000,
      retry: {
        retries: 5,
        initialRetryTime: 200,
        maxRetryTime: 2_000,
        restartOnFailure: async () => !stopped,
      },
    });
    consumer = member;
    member.on(member.events.GROUP_JOIN, ({ payload }) => assigned(member, payload.memberAssignment));
    member.on(member.events.CRASH, ({ payload }) => {
      if (stopped) return;
      onError(payload.error);
      if (!payload.restart) comeBack();
    });
    try {
      await member.connect();
      // A partition without an offset is a new one: what it holds has not been seen.
      await member.subscribe({ topics: [...topics], fromBeginning: true });
      await member.run({ autoCommit: false, eachBatch: async ({ batch }) => take(member, batch) });
    } catch (error) {
      await member.disconnect().catch(() => {});
      throw error;
    }
  };

  const comeBack = () => {
    restarting = setTimeout(() => {
      begin().catch((error) => {
        onError(error);
        if (!stopped) comeBack();
      });
    }, restartMs);
  };

  await begin();
  return {
    current: () => consumer,
    async stop() {
      stopped = true;
      clearTimeout(restarting);
      await consumer.disconnect();
    },
  };
}
