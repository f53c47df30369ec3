import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { headersOf } from '@zerodo/log/http-message';
import { until } from '@zerodo/testing/until';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { template } from '../render/helm.ts';
import { withHelm } from '../render/testing/with-helm.ts';
import { freePort } from '../start/ports.ts';
import { root } from '../tool.ts';

const examples = `${root}docs/how-to/examples`;
const events: Record<string, unknown>[] = readdirSync(`${root}kafka/examples`).map((file) =>
  JSON.parse(readFileSync(`${root}kafka/examples/${file}`, 'utf8')),
);
const due = events.find(({ type }) => type === 'dev.zerodo.reminder.due.v1')!;

describe('the notification-send in Python', () => {
  let url: string;
  let child: ChildProcess;
  let said = '';
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    child = spawn('python3', [`${examples}/notification_send.py`], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout!.setEncoding('utf8').on('data', (text) => (said += text));
    await until(() =>
      fetch(`${url}/healthz/ready`).then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
  });
  afterAll(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  /** As a Broker or a KafkaSource delivers it. */
  const deliver = async ({ data, ...attributes }: Record<string, unknown>, body = JSON.stringify(data)) => {
    const headers = headersOf({ attributes: attributes as Record<string, string>, data: body });
    const response = await fetch(url, { method: 'POST', headers, body });
    return [response.status, response.headers.get('kne-reason'), await response.text()];
  };

  it.each(events.map((event) => [event.type, event]))(
    'takes %s and answers with nothing',
    async (_, event) => {
      expect(await deliver(event as Record<string, unknown>)).toEqual([204, null, '']);
    },
  );

  it('tells of a reminder once, however often it comes', async () => {
    await deliver({ ...due, id: 'again' });
    await deliver({ ...due, id: 'again' });
    await deliver({ ...due, id: 'another' });

    const { taskId, userId } = due.data as { taskId: string; userId: string };
    const line = `${JSON.stringify({ remind: userId, of: taskId }).replaceAll(',', ', ').replaceAll('":"', '": "')}\n`;
    await until(() => said.split('\n').length > 3);
    expect(said).toBe(line.repeat(3));
  });

  it.each([
    ['data that is not JSON', due, '{', 'the data is not JSON'],
    ['a reminder of nothing', due, '{}', 'no reminder'],
    ['an event of somebody else', { ...due, type: 'com.example.thing' }, '{}', 'no event of Zerodo'],
    ['an event without an id', { ...due, id: '' }, '{}', 'no CloudEvent 1.0 in binary mode'],
    ['another version', { ...due, specversion: '0.3' }, '{}', 'no CloudEvent 1.0 in binary mode'],
  ])('refuses %s for good, and says why', async (_, event, body, reason) => {
    expect(await deliver(event, body)).toEqual([422, reason, '']);
  });

  it('ends in peace when it is told to', async () => {
    child.kill('SIGTERM');

    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

withHelm('values for a notification-send of your own', () => {
  // biome-ignore lint/suspicious/noExplicitAny: of every kind; what a test reads of it is there or the test fails
  const render = async (values: string, release: string): Promise<any[]> => {
    const files = ['values-production.yaml', `../../docs/how-to/examples/${values}`];
    return parseAllDocuments(await template({ files, release })).flatMap((document) => document.toJS() ?? []);
  };
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  const ofIt = (all: any[]) => all.filter(({ metadata }) => metadata.name === 'notification-send');

  it('turn ours off, and theirs on with the same name, Trigger and consumer group', async () => {
    expect(ofIt(await render('values-without-ours.yaml', 'zerodo'))).toEqual([]);

    const theirs = ofIt(await render('values-theirs.yaml', 'notification-send'));
    const of = (kind: string) => theirs.find((one) => one.kind === kind)?.spec;
    const [container] = of('Service').template.spec.containers;
    expect(container.image).toBe('registry.example.com/team-messages/notification-send:1.0.0');
    expect(JSON.stringify(container.env ?? [])).not.toContain('secretKeyRef');
    expect(of('Trigger').broker).toBe('task-events');
    expect(of('KafkaSource')).toMatchObject({ topics: ['reminders'], consumerGroup: 'notification-send' });
  });
});
