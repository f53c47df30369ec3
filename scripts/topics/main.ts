/**
 * `npm run topics`: makes the topics of any Kafka those of kafka/topics.yaml, or prints them for Strimzi, or who
 * may do what with them. The settings
 * `ZERODO_KAFKA_…` say how it is spoken to, as functions have them. Nothing is ever deleted.
 */
import { connectionTo } from '@zerodo/log/kafka';
import { kafkaTrouble } from '@zerodo/log/kafka-trouble';
import { Kafka, logLevel } from 'kafkajs';
import { functions } from '../render/functions.ts';
import { Complaint, complain } from '../start/complaint.ts';
import { kafkaIn } from '../start/kafka-settings.ts';
import { root } from '../tool.ts';
import { aclCommands } from './acl-commands.ts';
import { readTopics, type TopicShape, withReplicas } from './catalogue.ts';
import { apply, findTopics } from './cluster.ts';
import { type Options, readOptions } from './options.ts';
import { planTopics } from './plan.ts';
import { say } from './say.ts';
import { strimziTopics } from './strimzi-topics.ts';
import { kafkaUsers } from './users.ts';

/** Answers whether the Kafka is now as it should be. */
async function bring(topics: TopicShape[], { bootstrap, widen, dryRun }: Options): Promise<boolean> {
  const address = kafkaIn({ ...process.env, KAFKA_BROKERS: bootstrap });
  const retry = { retries: 3, initialRetryTime: 200, maxRetryTime: 1_000 };
  const kafka = new Kafka({
    ...connectionTo(address!),
    clientId: 'zerodo-topics',
    logLevel: logLevel.NOTHING,
    retry,
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { steps, left } = planTopics(topics, await findTopics(admin, topics), { widen });
    for (const step of steps) {
      if (!dryRun) await apply(admin, step);
      console.log(`  ${dryRun ? '·' : '✓'} ${say(step)}`);
    }
    for (const sentence of left) console.error(`  ✗ ${sentence}`);
    if (steps.length + left.length === 0) console.log('  ✓ nothing to do');
    if (dryRun && steps.length > 0) console.log('Nothing was changed: that was --dry-run.');
    return left.length === 0;
  } catch (error) {
    throw new Complaint(`Kafka at ${bootstrap}: ${kafkaTrouble(error) ?? (error as Error).message}.`);
  } finally {
    await admin.disconnect();
  }
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const all = await readTopics(root);
  const topics = options.replicas === undefined ? all : withReplicas(all, options.replicas);
  if (options.print === 'strimzi') process.stdout.write(strimziTopics(topics));
  else if (options.print === 'acls') process.stdout.write(aclCommands(kafkaUsers(functions)));
  else if (!(await bring(topics, options))) process.exitCode = 1;
} catch (error) {
  complain(error);
}
