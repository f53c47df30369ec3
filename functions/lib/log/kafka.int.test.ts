import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { testKafka, withoutKafka } from '@zerodo/testing/kafka';
import { until } from '@zerodo/testing/until';
import { Kafka, logLevel } from 'kafkajs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Deliver,
  type LogRecord,
  type OnError,
  openLog,
  type Stoppable,
  type TailOptions,
} from './log.ts';
import { openPublisher } from './publisher.ts';

const topic = 'task-events';

describe.skipIf(withoutKafka())('Kafka', () => {
  const { brokers, restart } = testKafka();
  const open: Stoppable[] = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.stop()));
  });

  const aRecord = (key: string = randomUUID()): LogRecord => ({
    topic,
    key,
    attributes: {
      specversion: '1.0',
      id: randomUUID(),
      source: '/test',
      type: 'test',
      datacontenttype: 'application/json',
    },
    data: '{}',
  });
  const publisher = () => {
    const opened = openPublisher({ brokers: brokers() });
    open.push({ stop: () => opened.close() });
    return opened;
  };
  const logOf = (onError: OnError = () => {}) =>
    openLog({ databaseUrl: 'postgres://unused', kafka: { brokers: brokers() }, onError });
  const tail = async (
    group: string,
    deliver: Deliver,
    { onError, ...options }: Partial<TailOptions> & { onError?: OnError } = {},
  ) => {
    const defaults = { group, topics: [topic], from: 'latest', concurrency: 10, ordered: true } as const;
    const running = await logOf(onError).tail({ ...defaults, ...options }, deliver);
    open.push(running);
    return running;
  };
  const idsOf = (records: LogRecord[]) => records.map(({ attributes }) => attributes.id!).sort();

  it('loses nothing when members of a group come and go', async () => {
    const group = randomUUID();
    const heard = new Set<string>();
    const deliver: Deliver = async ({ attributes }) => {
      await sleep(1);
      heard.add(attributes.id!);
    };
    const records = Array.from({ length: 600 }, () => aRecord());
    const { publish } = publisher();
    const first = await tail(group, deliver);

    await publish(records.slice(0, 200));
    await tail(group, deliver);
    await publish(records.slice(200, 400));
    await first.stop();
    await publish(records.slice(400));

    await until(() => heard.size >= records.length, 30_000);
    expect([...heard].sort()).toEqual(idsOf(records));
  }, 60_000);

  it('waits for a delivery that takes longer than a session without repeating it', async () => {
    const heard: string[] = [];
    const { publish } = publisher();
    await tail(randomUUID(), async ({ attributes }) => {
      heard.push(attributes.id!);
      if (heard.length === 1) await sleep(12_000);
    });
    const records = [aRecord('same'), aRecord('same')];

    await publish(records);

    await until(() => heard.length > 1, 20_000);
    expect(heard).toEqual(records.map(({ attributes }) => attributes.id));
  }, 40_000);

  it('passes over a record that is no CloudEvent', async () => {
    const heard: string[] = [];
    await tail(randomUUID(), async ({ attributes }) => void heard.push(attributes.id!));
    const stranger = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).producer();
    await stranger.connect();
    await stranger.send({ topic, messages: [{ key: 'same', value: 'hello' }] });
    await stranger.disconnect();
    const record = aRecord('same');

    await publisher().publish([record]);

    await until(() => heard.length > 0);
    expect(heard).toEqual([record.attributes.id]);
  });

  it('pauses a partition that runs ahead of its deliveries, and takes it up again', async () => {
    const records = Array.from({ length: 5_000 }, () => aRecord('same'));
    const heard: string[] = [];
    const { publish } = publisher();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await tail(randomUUID(), async ({ attributes }) => {
      await held;
      heard.push(attributes.id!);
    });

    for (let at = 0; at < records.length; at += 500) await publish(records.slice(at, at + 500));
    release();

    await until(() => heard.length === records.length, 20_000);
    expect(heard).toEqual(records.map(({ attributes }) => attributes.id));
  }, 40_000);

  it('goes on with what it has taken while its member comes back', async () => {
    const records = Array.from({ length: 1_500 }, () => aRecord('same'));
    const [begun, heard]: string[][] = [[], []];
    const { publish } = publisher();
    let release = () => {};
    const crashed = new Promise<void>((resolve) => {
      release = resolve;
    });
    const deliver: Deliver = async ({ attributes }) => {
      begun!.push(attributes.id!);
      await crashed;
      heard!.push(attributes.id!);
    };
    const options = { ordered: false, concurrency: records.length, onError: release };
    await tail(randomUUID(), deliver, options);
    await publish(records);
    // So many that the partition is paused.
    await until(() => begun!.length >= 1_000);

    await restart(() => crashed);
    const next = aRecord('same');
    await publish([next]);

    await until(() => heard!.includes(next.attributes.id!), 60_000);
    expect(heard!.toSorted()).toEqual(idsOf([...records, next]));
  }, 120_000);

  it('outlives a restart of the broker, publishing, tailing and following', async () => {
    const heard = new Set<string>();
    const followed = new Set<string>();
    const { publish } = publisher();
    await tail(randomUUID(), async ({ attributes }) => void heard.add(attributes.id!));
    open.push(
      await logOf().follow(
        [topic],
        ({ attributes }) => followed.add(attributes.id!),
        () => {},
      ),
    );
    const records = [aRecord(), aRecord(), aRecord()];
    await publish([records[0]!]);
    await until(() => heard.size === 1 && followed.size === 1);

    await restart(async () => {
      await expect(publish([records[1]!])).rejects.toMatchObject({ name: 'Unavailable' });
    });
    await publish([records[1]!]);
    await publish([records[2]!]);

    await until(() => heard.size === 3 && followed.size === 3, 60_000);
    expect([...heard].sort()).toEqual(idsOf(records));
  }, 120_000);
});
