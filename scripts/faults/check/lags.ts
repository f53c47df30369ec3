import { asAdmin, endsOf } from '@zerodo/log/kafka-offsets';
import { Kafka, logLevel } from 'kafkajs';
import type { Subscription } from '../../local/subscription.ts';

const kafkaAt = (address: string) =>
  new Kafka({ brokers: [address], clientId: 'zerodo-faults', logLevel: logLevel.NOTHING });

const topicsOf = (subscriptions: readonly Subscription[]) => [
  ...new Set(subscriptions.flatMap(({ topics }) => topics)),
];

/** How many records of its topics each of these has not handled yet, in their order. */
export async function lagsOf(address: string, subscriptions: readonly Subscription[]): Promise<number[]> {
  const kafka = kafkaAt(address);
  const ends = await endsOf(kafka, topicsOf(subscriptions));
  return asAdmin(kafka, (admin) =>
    Promise.all(
      subscriptions.map(async ({ group, topics }) => {
        const offsets = await admin.fetchOffsets({ groupId: group, topics });
        return offsets
          .flatMap(({ topic, partitions }) =>
            partitions.map(
              ({ partition, offset }) => (ends.get(topic)?.get(partition) ?? 0) - Math.max(0, Number(offset)),
            ),
          )
          .reduce((sum, one) => sum + one, 0);
      }),
    ),
  );
}

/** Has these go on after all that there is, as if they had handled it. Nobody may be running as one of them. */
export async function moveToEnds(address: string, subscriptions: readonly Subscription[]): Promise<void> {
  const kafka = kafkaAt(address);
  const ends = await endsOf(kafka, topicsOf(subscriptions));
  await asAdmin(kafka, async (admin) => {
    for (const { group, topics } of subscriptions) {
      for (const topic of topics) {
        const partitions = [...ends.get(topic)!].map(([partition, end]) => ({
          partition,
          offset: String(end),
        }));
        await admin.setOffsets({ groupId: group, topic, partitions });
      }
    }
  });
}
