import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { taskEvent } from '@zerodo/domain/outgoing';
import { recordsOf } from '@zerodo/log/cloudevent';
import { openPublisher } from '@zerodo/log/publisher';
import { listDeadLetters } from '@zerodo/store/dead-letters';
import { record } from '@zerodo/store/events';
import { markPublished, numberWaiting, unpublished } from '@zerodo/store/log-positions';
import { transaction } from '@zerodo/store/transaction';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testKafka, withoutKafka } from '@zerodo/testing/kafka';
import { until } from '@zerodo/testing/until';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { testRunner } from './testing/run.ts';

const type = 'dev.zerodo.task.updated.v1';
const logs = [
  { log: 'the events table', useKafka: false },
  { log: 'Kafka', useKafka: true },
];

describe.each(logs)('an event that nobody can handle, with $log as the log,', ({ useKafka }) => {
  if (useKafka && withoutKafka()) return it.skip('needs Java');
  const database = testDatabase();
  const brokers = useKafka ? testKafka().brokers : undefined;
  const { run, seen, refuseFile } = testRunner(database, brokers);
  const worker = <T>(work: Parameters<typeof transaction<T>>[2]) =>
    transaction(database.worker(), { worker: 'test' }, work);

  const task = aTask();
  const fresh = (count: number) => Array.from({ length: count }, () => randomUUID());

  /** Events about one task, so that all are in one partition. */
  async function publish(ids: string[]): Promise<void> {
    await worker(async (tx) => {
      for (const eventId of ids) {
        const event = taskEvent(type, task, [], { actor: randomUUID(), now: new Date(), eventId });
        await record(tx, event, { function: 'task-update', causeId: eventId, traceparent: null });
      }
    });
    await worker((tx) => numberWaiting(tx, 100));
    if (!brokers) return;
    const publisher = openPublisher({ brokers: brokers() });
    await worker(async (tx) => {
      const events = await unpublished(tx, 100);
      await publisher.publish(events.flatMap(recordsOf));
      await markPublished(tx, events.at(-1)!.logPosition);
    });
    await publisher.close();
  }
  /** What is no event at all, and half of one. */
  async function publishNonsense(): Promise<void> {
    if (!brokers) return;
    const stranger = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).producer();
    await stranger.connect();
    const headers = { ce_specversion: '1.0', ce_id: 'x', 'content-type': 'application/json' };
    const messages = [
      { key: task.id, value: 'hello' },
      { key: task.id, value: '{', headers },
    ];
    await stranger.send({ topic: 'task-events', messages });
    await stranger.disconnect();
  }
  const letters = async () => {
    const found = await worker((tx) => listDeadLetters(tx, { all: false, limit: 10 }));
    return found.letters.map(({ attributes, reason }) => [attributes.id, reason.knativeerrorcode]);
  };
  const idsSeen = async () => (await seen()).map((line) => line.split(' ')[1]);

  it('goes to the dead letters, and those behind it in its partition are delivered in order', async () => {
    const source = { name: 'tester', topic: 'task-events', delivery: { retry: 2, backoffDelay: 'PT0.05S' } };
    const running = await run(source);
    const [one, unreadable, two, failing, three] = fresh(5);
    await writeFile(refuseFile(), `${unreadable} 422\n${failing} 500\n`);

    await publishNonsense();
    await publish([one!, unreadable!, two!, failing!, three!]);
    await until(async () => (await idsSeen()).includes(three!), 30_000);

    // What cannot be read is not tried again; what fails is, as often as its delivery says.
    expect(await idsSeen()).toEqual([one, unreadable, two, failing, failing, failing, three]);
    expect(await letters()).toEqual([
      [unreadable, '422'],
      [failing, '500'],
    ]);

    // Its place in the log is behind all of them: nothing of it comes again.
    await running.stop();
    await run(source);
    const [next] = fresh(1);
    await publish([next!]);
    await until(async () => (await idsSeen()).includes(next!), 30_000);
    expect((await idsSeen()).slice(7)).toEqual([next]);
  }, 90_000);
});
