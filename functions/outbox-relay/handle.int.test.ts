import { randomUUID } from 'node:crypto';
import { taskEvent } from '@zerodo/domain/outgoing';
import { type LogEvent, openLog } from '@zerodo/log/log';
import { record } from '@zerodo/store/events';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testKafka, withoutKafka } from '@zerodo/testing/kafka';
import { until } from '@zerodo/testing/until';
import { afterEach, describe, expect, it } from 'vitest';
import outboxRelay from './handle.ts';

describe.skipIf(withoutKafka())('outbox-relay with Kafka', () => {
  const database = testDatabase();
  const { brokers, restart } = testKafka();
  const relay = testFunction(outboxRelay, database, {
    env: {
      get KAFKA_BROKERS() {
        return brokers().join(',');
      },
    },
  });
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  /** What Kafka has, from its first record on. */
  const records = async (): Promise<LogEvent[]> => {
    const heard: LogEvent[] = [];
    const log = openLog({
      databaseUrl: database.url('zerodo_worker'),
      kafka: { brokers: brokers() },
      onError: () => {},
    });
    const topics = ['task-events', 'task-updates', 'task-analytics', 'reminders'];
    const options = { group: randomUUID(), topics, from: 'earliest', concurrency: 1, ordered: true } as const;
    const tail = await log.tail(options, async (event) => void heard.push(event));
    stops.push(() => tail.stop());
    return heard;
  };
  const announced = async (subject: string, ...titles: string[]) => {
    await database.worker().begin(async (tx) => {
      for (const title of titles) {
        const change = { actor: randomUUID(), now: new Date(), eventId: randomUUID() };
        const task = aTask({ id: subject, title });
        const event = taskEvent('dev.zerodo.task.updated.v1', task, ['title'], change);
        await record(tx as never, event, {
          function: 'task-update',
          causeId: randomUUID(),
          traceparent: null,
        });
      }
    });
  };
  const titlesOf = (heard: LogEvent[], subject: string) =>
    heard
      .filter(({ topic, key }) => topic === 'task-events' && key === subject)
      .map(({ data }) => JSON.parse(data).task.title);
  const unpublished = async () => {
    const [row] = await database.owner()`select numbered - published as count from log_shards`;
    return row!.count;
  };

  it('publishes each event once to each of its topics, and the events of a task in order', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const words = Array.from({ length: 50 }, (_, index) => String(index));
    await announced(one, ...words);
    await announced(two, ...words);

    const { status } = await relay.tick();
    await relay.tick();

    expect(status).toBe(204);
    const heard = await records();
    await until(() => heard.length === 300);
    expect(new Set(heard.map(({ topic }) => topic))).toEqual(
      new Set(['task-events', 'task-updates', 'task-analytics']),
    );
    expect([titlesOf(heard, one), titlesOf(heard, two)]).toEqual([words, words]);
    expect(await unpublished()).toBe(0);
  });

  it('publishes more at once than one request to Kafka may hold', async () => {
    const subject = randomUUID();
    const titles = Array.from({ length: 120 }, (_, n) => `${n} ${'x'.repeat(20_000)}`);
    await announced(subject, ...titles);

    expect((await relay.tick()).status).toBe(204);

    const heard = await records();
    await until(() => titlesOf(heard, subject).length >= titles.length);
    expect(titlesOf(heard, subject)).toEqual(titles);
  });

  it('keeps what Kafka has not acknowledged, and publishes it when Kafka is back', async () => {
    const subject = randomUUID();
    await restart(async () => {
      await announced(subject, 'one', 'two');
      const { status, headers } = await relay.tick();
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
      expect(await unpublished()).toBe(2);
    });

    await until(async () => (await relay.tick()).status === 204);

    const heard = await records();
    await until(() => titlesOf(heard, subject).length === 2);
    expect(titlesOf(heard, subject)).toEqual(['one', 'two']);
    expect(await unpublished()).toBe(0);
  }, 120_000);
});
