/** `npm run watch -- <topic>`: shows the CloudEvents of a Kafka topic as they come, as any consumer outside Zerodo would. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { connectionTo } from '@zerodo/log/kafka';
import type { KafkaAddress } from '@zerodo/log/kafka-address';
import { Kafka, logLevel } from 'kafkajs';
import { Complaint } from '../start/complaint.ts';
import { kafkaIn } from '../start/kafka-settings.ts';
import { running } from '../start/lock.ts';
import { root } from '../tool.ts';

const [topic = 'task-events', ...more] = process.argv.slice(2);
const fromBeginning = more.includes('--from-beginning');
const home = resolve(root, process.env.ZERODO_HOME || '.zerodo');
const brokers = process.env.KAFKA_BROKERS ?? (await running(home))?.kafkaBrokers?.join(',');
const address = readAddress();

function readAddress(): KafkaAddress {
  try {
    const found = kafkaIn({ ...process.env, KAFKA_BROKERS: brokers });
    if (found) return found;
    throw new Complaint(
      'There is no Kafka to watch: start Zerodo with npm start -- --kafka, or set KAFKA_BROKERS.',
    );
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

const kafka = new Kafka({ ...connectionTo(address), clientId: 'zerodo-watch', logLevel: logLevel.NOTHING });
// A group of its own each time: whoever watches takes nothing away from anybody.
const groupId = `zerodo-watch-${randomUUID()}`;
const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false } as Parameters<
  Kafka['consumer']
>[0]);

const stop = async () => {
  await consumer.disconnect();
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteGroups([groupId]).catch(() => undefined);
  await admin.disconnect();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning });
console.log(`Watching ${topic} at ${address.brokers.join(', ')}. Ctrl-C ends.`);
await consumer.run({
  eachMessage: async ({ partition, message }) => {
    const headers = Object.entries(message.headers ?? {}).map(([name, value]) => `  ${name}: ${value}`);
    console.log(
      `${topic}/${partition}@${message.offset}  key ${message.key}\n${headers.join('\n')}\n  ${message.value}\n`,
    );
  },
});
