import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';

/** A broker that has just started is still loading its groups, and kafkajs does not ask again by itself. */
const patienceMs = 20_000;
const pauseMs = 200;

/** The offset after the last record of each partition, by topic. */
export type Ends = Map<string, Map<number, number>>;

/** The ends of the topics as they are now. */
export const endsOf = (kafka: Kafka, topics: readonly string[]): Promise<Ends> =>
  asAdmin(kafka, (admin) => ends(admin, topics));

/**
 * Where a group that has no offsets begins when it wants only what comes: at the ends as they are
 * now, and not as they are when its first member has joined. Undefined for a group that has some.
 */
export const endsForNewGroup = (
  kafka: Kafka,
  groupId: string,
  topics: readonly string[],
): Promise<Ends | undefined> =>
  asAdmin(kafka, async (admin) => {
    const known = await admin.fetchOffsets({ groupId, topics: [...topics] });
    if (known.some(({ partitions }) => partitions.some(({ offset }) => offset !== '-1'))) return undefined;
    return ends(admin, topics);
  });

async function ends(admin: Admin, topics: readonly string[]): Promise<Ends> {
  const found: Ends = new Map();
  for (const topic of topics) {
    const partitions = await admin.fetchTopicOffsets(topic);
    found.set(topic, new Map(partitions.map(({ partition, high }) => [partition, Number(high)])));
  }
  return found;
}

/** Asks as an administrator, and again while a broker is not ready yet. */
export async function asAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    for (const end = Date.now() + patienceMs; ; await sleep(pauseMs)) {
      try {
        return await work(admin);
      } catch (error) {
        if (!(error as { retriable?: boolean }).retriable || Date.now() > end) throw error;
      }
    }
  } finally {
    await admin.disconnect();
  }
}
