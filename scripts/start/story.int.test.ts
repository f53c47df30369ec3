import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { withoutKafka } from '@zerodo/testing/kafka';
import { until } from '@zerodo/testing/until';
import { type Account, freshHome, type RunningZerodo, startZerodo } from '@zerodo/testing/zerodo';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Heard = { event?: string; id?: string; data?: Record<string, unknown> };

/** What a person's live stream says, as it comes. */
async function listen(url: string, { cookie }: Account, heard: Heard[]): Promise<() => void> {
  const ending = new AbortController();
  const response = await fetch(`${url}/api/v1/live`, { headers: { cookie }, signal: ending.signal });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const read = async () => {
    let rest = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
        if (fields.data) heard.push({ ...fields, data: JSON.parse(fields.data) });
      }
    }
  };
  read().catch(() => {});
  return () => ending.abort();
}

describe.each<[string, string[]]>([
  ['Postgres as the log', []],
  ['Kafka as the log', ['--kafka']],
])('the story over the API, with %s', (_, args) => {
  const withKafka = args.length > 0;
  let zerodo: RunningZerodo;
  let ada: Account;
  const heard: Heard[] = [];
  const leftOut = withKafka && withoutKafka();

  beforeAll(async () => {
    if (leftOut) return;
    zerodo = await startZerodo({ args });
    ada = await zerodo.signUp();
    await listen(zerodo.url, ada, heard);
  }, 200_000);
  afterAll(async () => {
    if (!zerodo) return;
    expect(await zerodo.stop()).toBe(0);
  });
  const story = it.skipIf(leftOut);

  story('creates what recurs, completes it, and has exactly one next occurrence', async () => {
    const created = await ada.call('POST', '/tasks', {
      quickAdd: 'Water the plants every 3 days at 9am',
      timezone: 'Europe/Berlin',
    });
    expect(created).toMatchObject({
      status: 201,
      json: { title: 'Water the plants', due: { time: '09:00' } },
    });
    const task = created.json as Task;

    const completed = await ada.call('POST', `/tasks/${task.id}/complete`, undefined, {
      'if-match': created.headers.get('etag')!,
    });
    expect(completed).toMatchObject({ status: 200, json: { status: 'completed' } });

    const next = successorId(task.id);
    await until(() => heard.some(({ data }) => data?.taskId === next));
    const { items } = (await ada.call('GET', '/tasks?status=open')).json;
    expect(items.map(({ id }: Task) => id)).toEqual([next]);
    const history = await ada.call('GET', `/tasks/${task.id}/history`);
    expect(history.json.items.map(({ type }: { type: string }) => type.split('.')[3])).toEqual([
      'completed',
      'created',
    ]);
  });

  story(
    'brings a reminder that falls due to the inbox and to the live stream, within its second',
    async () => {
      const local = new Date(Date.now() + 3_000).toISOString().slice(0, 19);
      const { json: task } = await ada.call('POST', '/tasks', {
        title: 'Tea',
        reminders: [{ type: 'at', local, timezone: 'UTC' }],
      });

      await until(
        () =>
          heard.some(({ data }) => data?.taskId === task.id && String(data?.type).includes('notification')),
        15_000,
      );

      const { json } = await ada.call('GET', '/notifications');
      expect(json).toMatchObject({ unread: 1, items: [{ taskId: task.id, title: 'Tea', state: 'sent' }] });
      const [{ id, sentAt, fireAt }] = json.items;
      expect(Date.parse(sentAt) - Date.parse(fireAt)).toBeLessThan(2_000);
      expect(await ada.call('POST', `/notifications/${id}/read`)).toMatchObject({ status: 200 });
      expect((await ada.call('GET', '/notifications')).json.unread).toBe(0);
    },
  );

  story('packs what is long on its way', async () => {
    const notes = 'Between the houses and the river. '.repeat(300);
    await ada.call('POST', '/tasks', { title: 'Walk', notes });

    const { status, headers, json } = await ada.call('GET', '/tasks?q=walk');

    expect(status).toBe(200);
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(json.items).toMatchObject([{ title: 'Walk', notes }]);
  });

  story('shows a stranger nothing, on any route', async () => {
    const { json: task } = await ada.call('POST', '/tasks', { title: 'Secret' });
    const stranger = await zerodo.signUp();
    const answers = await Promise.all(
      [
        ['GET', `/tasks/${task.id}`],
        ['PATCH', `/tasks/${task.id}`, { title: 'Mine' }],
        ['DELETE', `/tasks/${task.id}`],
        ['POST', `/tasks/${task.id}/complete`],
        ['POST', `/tasks/${task.id}/reopen`],
        ['GET', `/tasks/${task.id}/history`],
        ['POST', '/tasks', { title: 'x', projectId: task.projectId }],
        ['POST', `/notifications/${randomUUID()}/read`],
      ].map(([method, path, body]) => stranger.call(method as string, path as string, body as object)),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(404));
    expect((await stranger.call('GET', '/tasks')).json.items).toEqual([]);
    expect((await fetch(`${zerodo.url}/api/v1/tasks`)).status).toBe(401);
    expect((await fetch(`${zerodo.url}/api/v1/live`)).status).toBe(401);
  });

  // Without Kafka there is no topic to look at.
  if (!withKafka) return;

  story('shows one valid CloudEvent for each change to a plain consumer', async () => {
    const broker = JSON.parse(await readFile(`${zerodo.home}/running.json`, 'utf8')).kafkaBrokers[0];
    const consumer = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).consumer({
      groupId: `outside-${randomUUID()}`,
    });
    const seen: Record<string, string>[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic: 'task-events', fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        const attributes = Object.entries(message.headers ?? {}).map(([key, value]) => [key, String(value)]);
        seen.push({
          ...Object.fromEntries(attributes),
          key: String(message.key),
          value: String(message.value),
        });
      },
    });

    const { json: task } = await ada.call('POST', '/tasks', { title: 'Followed' });
    await ada.call('PATCH', `/tasks/${task.id}`, { title: 'Followed closely' });
    for (const step of ['complete', 'reopen']) await ada.call('POST', `/tasks/${task.id}/${step}`);
    await ada.call('DELETE', `/tasks/${task.id}`);
    const about = () => seen.filter(({ ce_subject }) => ce_subject === task.id);
    await until(() => about().length >= 5, 20_000);
    await consumer.disconnect();

    expect(about().map(({ ce_type }) => ce_type!.split('.')[3])).toEqual([
      'created',
      'updated',
      'completed',
      'reopened',
      'deleted',
    ]);
    for (const event of about()) {
      expect(event).toMatchObject({
        ce_specversion: '1.0',
        'content-type': 'application/json',
        key: task.id,
        ce_partitionkey: task.id,
      });
      expect(JSON.parse(event.value!).task.id).toBe(task.id);
    }
    expect(new Set(about().map(({ ce_id }) => ce_id)).size).toBe(5);
  });
});

describe('a second start', () => {
  it('finds the data as it was, and the first one leaves no process', async () => {
    const home = await freshHome();
    try {
      const first = await startZerodo({ home });
      const ada = await first.signUp();
      await ada.call('POST', '/tasks', { title: 'Still here' });
      expect(await first.stop()).toBe(0);
      expect(execFileSync('ps', ['-eo', 'args']).toString()).not.toContain(home);

      const second = await startZerodo({ home });
      const answer = await fetch(`${second.url}/api/v1/tasks`, { headers: { cookie: ada.cookie } });
      expect(((await answer.json()) as { items: Task[] }).items).toMatchObject([{ title: 'Still here' }]);
      await second.stop();
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }, 240_000);
});
