import type { Batch, Consumer, Kafka } from 'kafkajs';
import { coalesced } from './coalesce.ts';
import type { Deliver, OnError, Stoppable, TailOptions } from './contract.ts';
import { Deliveries } from './deliveries.ts';
import { consume } from './kafka-consumer.ts';
import { fromMessage } from './kafka-message.ts';
import { endsForNewGroup } from './kafka-offsets.ts';
import { type Partition, Partitions } from './kafka-partition.ts';

/** Records taken of one partition before it is paused, and the rest at which it is resumed. */
const full = 1_000;
const half = full / 2;
const commitMs = 1_000;

/**
 * Delivers the records of a consumer group's partitions. Taking records and delivering them are
 * apart, so that heartbeats go on however long a delivery takes; offsets are committed only over
 * what is done. After a rebalance the new owner delivers again what was under way.
 */
export async function tailKafka(
  kafka: Kafka,
  { group, topics, from, concurrency, ordered }: TailOptions,
  deliver: Deliver,
  onError: OnError,
): Promise<Stoppable> {
  let begin = from === 'latest' ? await endsForNewGroup(kafka, group, topics) : undefined;
  const partitions = new Partitions();
  let committing: NodeJS.Timeout | undefined;
  let stopped = false;

  const commit = coalesced(async () => {
    const moved = partitions.all().filter(({ committed, reached }) => reached > committed);
    if (moved.length === 0) return;
    const reached = moved.map((partition) => ({ partition, offset: partition.reached }));
    await consumer.current().commitOffsets(
      reached.map(({ partition: { topic, number }, offset }) => ({
        topic,
        partition: number,
        offset: String(offset),
      })),
    );
    for (const { partition, offset } of reached) partition.committed = offset;
  });
  const commitSoon = () => {
    committing ??= setTimeout(() => {
      committing = undefined;
      // Refused in the middle of a rebalance; afterwards it goes through or is somebody else's.
      commit().catch(() => !stopped && commitSoon());
    }, commitMs);
  };

  const resume = (partition: Partition, member: Consumer) => {
    partition.paused = false;
    member.resume([{ topic: partition.topic, partitions: [partition.number] }]);
  };
  const onRoom = () => {
    for (const partition of partitions.all()) {
      if (!partition.paused || partition.progress.size > half) continue;
      try {
        resume(partition, consumer.current());
      } catch {
        // Its member is on the way back, and begins with nothing paused.
      }
    }
  };
  const deliveries = new Deliveries(concurrency, { deliver, onRoom, onError });

  const take = (member: Consumer, batch: Batch) => {
    const partition = partitions.get(batch.topic, batch.partition);
    if (!partition || stopped) return;
    for (const message of batch.messages) {
      const offset = Number(message.offset);
      if (offset < partition.next) continue;
      partition.next = offset + 1;
      const event = fromMessage(batch.topic, batch.partition, message);
      const finish = partition.progress.begin(offset);
      const done = () => {
        finish();
        commitSoon();
      };
      const lane = ordered ? partition.lane : `${partition.lane}/${offset}`;
      if (event) deliveries.add({ event, lane, wanted: () => !partition.lost, done });
      else done();
    }
    partition.next = Math.max(partition.next, Number(batch.lastOffset()) + 1);
    if (partition.progress.size < full) return;
    partition.paused = true;
    member.pause([{ topic: batch.topic, partitions: [batch.partition] }]);
  };
  const assigned = (member: Consumer, assignment: Record<string, number[]>) => {
    for (const partition of partitions.assign(assignment)) {
      // One that comes back may still be paused from the last time it was ours.
      resume(partition, member);
      const end = begin?.get(partition.topic)?.get(partition.number);
      if (end === undefined) continue;
      partition.next = end;
      member.seek({ topic: partition.topic, partition: partition.number, offset: String(end) });
    }
    begin = undefined;
  };

  const consumer = await consume(kafka, { group, topics }, { assigned, take, onError });
  // Written down at once, so that a crash does not move a new group's beginning.
  await commit().catch(commitSoon);
  return {
    async stop() {
      stopped = true;
      await deliveries.stop();
      clearTimeout(committing);
      await commit().catch(onError);
      await consumer.stop();
    },
  };
}
