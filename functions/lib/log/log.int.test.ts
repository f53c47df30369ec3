import { randomUUID } from 'node:crypto';
import { taskEvent } from '@zerodo/domain/outgoing';
import { record } from '@zerodo/store/events';
import { markPublished, numberWaiting, unpublished } from '@zerodo/store/log-positions';
import type { Tx } from '@zerodo/store/sql';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testKafka, withoutKafka } from '@zerodo/testing/kafka';
import { until } from '@zerodo/testing/until';
import { CloudEvent } from 'cloudevents';
import { afterEach, describe, expect, it } from 'vitest';
import { recordsOf } from './cloudevent.ts';
import { type Deliver, type Log, type LogEvent, openLog, type Stoppable, type TailOptions } from './log.ts';
import { openPublisher } from './publisher.ts';

const logs = [
  { log: 'the events table', useKafka: false },
  { log: 'Kafka', useKafka: true },
];

describe.each(logs)('$log as the log', ({ useKafka }) => {
  if (useKafka && withoutKafka()) return it.skip('needs Java');
  const { worker, url } = testDatabase();
  const brokers = useKafka ? testKafka().brokers : () => [];
  const open: Stoppable[] = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.stop()));
  });

  /** Writes an event about `subject` for each of the words, in the caller's transaction. */
  const announce = async (tx: Tx, subject: string, ...titles: string[]) => {
    for (const title of titles) {
      const task = aTask({ id: subject, projectId: subject, title });
      const change = { actor: randomUUID(), now: new Date(), eventId: randomUUID() };
      const event = taskEvent('dev.zerodo.task.updated.v1', task, ['title'], change);
      await record(tx, event, { function: 'task-update', causeId: randomUUID(), traceparent: null });
    }
  };
  /** What the relay does: places in the log, and Kafka's acknowledgement. */
  const relay = async () => {
    while ((await worker().begin((tx) => numberWaiting(tx as never, 1_000))) > 0);
    if (!useKafka) return;
    const publisher = openPublisher({ brokers: brokers() });
    await worker().begin(async (tx) => {
      const events = await unpublished(tx as never, 1_000);
      await publisher.publish(events.flatMap(recordsOf));
      if (events.length > 0) await markPublished(tx as never, events.at(-1)!.logPosition);
    });
    await publisher.close();
  };
  const publish = async (subject: string, ...titles: string[]) => {
    await worker().begin((tx) => announce(tx as never, subject, ...titles));
    await relay();
  };

  const started = (): Log => {
    const log = openLog({
      databaseUrl: url('zerodo_worker'),
      kafka: useKafka ? { brokers: brokers() } : undefined,
      onError: () => {},
    });
    open.unshift({ stop: () => log.close() });
    return log;
  };
  const tail = async (options: Partial<TailOptions>, deliver: Deliver): Promise<Stoppable> => {
    const group = `group-${randomUUID()}`;
    const defaults = {
      group,
      topics: ['task-events'],
      from: 'earliest',
      concurrency: 10,
      ordered: true,
    } as const;
    const running = await started().tail({ ...defaults, ...options }, deliver);
    open.unshift(running);
    return running;
  };
  const titleOf = ({ data }: LogEvent): string => JSON.parse(data).task.title;
  /** Collects the titles about `subject`. */
  const collect = (subject: string): { titles: string[]; deliver: Deliver } => {
    const titles: string[] = [];
    const deliver = async (event: LogEvent) => {
      if (event.attributes.subject === subject) titles.push(titleOf(event));
    };
    return { titles, deliver };
  };

  it('delivers the events of a task in order and one at a time', async () => {
    const subjects = [randomUUID(), randomUUID(), randomUUID()];
    const words = Array.from({ length: 20 }, (_, index) => String(index));
    const heard = new Map<string, string[]>(subjects.map((subject) => [subject, []]));
    const underWay = new Set<string>();
    let together = 0;
    await tail({}, async (event) => {
      const list = heard.get(event.key);
      if (!list) return;
      if (underWay.has(event.key)) together++;
      underWay.add(event.key);
      await new Promise(setImmediate);
      underWay.delete(event.key);
      list.push(titleOf(event));
    });

    for (const subject of subjects) await publish(subject, ...words);

    await until(() => [...heard.values()].every(({ length }) => length === words.length));
    expect([...heard.values()]).toEqual([words, words, words]);
    expect(together).toBe(0);
  });

  it('begins a new group at the first event there is, or after the last', async () => {
    const subject = randomUUID();
    await publish(subject, 'before');
    const early = collect(subject);
    const late = collect(subject);
    await tail({ from: 'earliest' }, early.deliver);
    await tail({ from: 'latest' }, late.deliver);

    await publish(subject, 'after');

    await until(() => late.titles.length > 0 && early.titles.length > 1);
    expect(early.titles).toEqual(['before', 'after']);
    expect(late.titles).toEqual(['after']);
  });

  it('goes on where a group has got to', async () => {
    const [group, subject] = [randomUUID(), randomUUID()];
    const first = collect(subject);
    const running = await tail({ group, from: 'latest' }, first.deliver);
    await publish(subject, 'one', 'two');
    await until(() => first.titles.length === 2);
    await running.stop();
    await publish(subject, 'three');

    const second = collect(subject);
    await tail({ group, from: 'latest' }, second.deliver);

    await until(() => second.titles.length > 0);
    expect(second.titles).toEqual(['three']);
  });

  it('delivers again what was not done with when it stopped', async () => {
    const [group, subject] = [randomUUID(), randomUUID()];
    let asked = 0;
    const running = await tail({ group, from: 'latest' }, async ({ key }) => {
      if (key !== subject) return;
      asked++;
      throw new Error('not now');
    });
    await publish(subject, 'one', 'two');
    await until(() => asked > 0);
    await running.stop();

    const again = collect(subject);
    await tail({ group }, again.deliver);

    await until(() => again.titles.length === 2);
    expect(again.titles).toEqual(['one', 'two']);
  });

  it('tries a failed event again before the next one of its task', async () => {
    const subject = randomUUID();
    const attempts: string[] = [];
    await tail({ from: 'latest' }, async (event) => {
      attempts.push(titleOf(event));
      if (attempts.length < 3) throw new Error('not now');
    });

    await publish(subject, 'one', 'two');

    await until(() => attempts.length === 4);
    expect(attempts).toEqual(['one', 'one', 'one', 'two']);
  });

  it('holds back nobody else when one event fails, and does not let the cursor pass it', async () => {
    const [group, subject] = [randomUUID(), randomUUID()];
    const done: string[] = [];
    const running = await tail({ group, from: 'latest', ordered: false, concurrency: 2 }, async (event) => {
      if (titleOf(event) === 'bad') throw new Error('never');
      done.push(titleOf(event));
    });
    await publish(subject, 'one', 'bad', 'two', 'three');
    await until(() => done.length === 3);
    await running.stop();

    const again = collect(subject);
    await tail({ group }, again.deliver);

    await until(() => again.titles.includes('bad'));
    expect(again.titles).not.toContain('one');
  });

  it('has as many deliveries under way as it may, and not more', async () => {
    const subject = randomUUID();
    let [underWay, most, done] = [0, 0, 0];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await tail({ from: 'latest', ordered: false, concurrency: 3 }, async () => {
      most = Math.max(most, ++underWay);
      await held;
      underWay--;
      done++;
    });
    await publish(subject, ...'abcdefgh');

    await until(() => underWay === 3);
    release();
    await until(() => done === 8);
    expect(most).toBe(3);
  });

  it('skips nothing when a transaction that began first commits last', async () => {
    const [slow, quick] = [randomUUID(), randomUUID()];
    const heard = collect(slow);
    const others = collect(quick);
    await tail({ from: 'latest' }, (event) => (event.key === slow ? heard : others).deliver(event));

    await worker().begin(async (tx) => {
      await announce(tx as never, slow, 'written first');
      await publish(quick, 'committed first');
      await until(() => others.titles.length === 1);
    });
    await relay();

    await until(() => heard.titles.length === 1);
  });

  it('gives each topic its own part of an event', async () => {
    const subject = randomUUID();
    const heard: LogEvent[] = [];
    await tail({ topics: ['task-updates', 'reminders'], from: 'latest' }, async (event) => {
      heard.push(event);
    });

    await publish(subject, 'secret');

    await until(() => heard.length > 0);
    expect(heard.map(({ topic }) => topic)).toEqual(['task-updates']);
    expect(JSON.parse(heard[0]!.data)).toEqual({ taskId: subject, projectId: subject, version: 1 });
  });

  it('delivers valid CloudEvents with the extensions that filters read', async () => {
    const subject = randomUUID();
    const heard: LogEvent[] = [];
    await tail({ from: 'latest' }, async (event) => {
      heard.push(event);
    });

    await publish(subject, 'one');

    await until(() => heard.length > 0);
    const { attributes, data, key } = heard[0]!;
    expect(new CloudEvent({ ...attributes, data: JSON.parse(data) }, true).validate()).toBe(true);
    expect(attributes).toMatchObject({ subject, partitionkey: key, recurring: 'false', shared: 'false' });
  });

  it('lets everybody who follows hear what happens from now on', async () => {
    const subject = randomUUID();
    await publish(subject, 'before');
    const heard: string[][] = [[], []];
    for (const list of heard) {
      const hear = (event: LogEvent) => void list.push(titleOf(event));
      open.unshift(await started().follow(['task-events'], hear, () => list.push('missed')));
    }

    await publish(subject, 'one');
    await publish(subject, 'two');

    await until(() => heard.every(({ length }) => length === 2));
    expect(heard).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
  });
});
