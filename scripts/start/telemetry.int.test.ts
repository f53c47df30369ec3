import { rm } from 'node:fs/promises';
import type { Task } from '@zerodo/domain/task';
import { type Span, testCollector } from '@zerodo/testing/collector';
import { withoutKafka } from '@zerodo/testing/kafka';
import { until } from '@zerodo/testing/until';
import {
  type Account,
  freshHome,
  logsOf,
  type RunningZerodo,
  signUp,
  startZerodo,
} from '@zerodo/testing/zerodo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What people wrote, in every place that they can write to. */
const planted = {
  title: 'Planted-Title-7c1f',
  notes: 'Planted-Notes-7c1f',
  label: 'planted-label-7c1f',
  project: 'Planted-Project-7c1f',
  search: 'planted-search-7c1f',
  broken: 'Planted-Broken-7c1f',
  name: 'Planted-Name-7c1f',
  email: 'planted-7c1f@example.test',
};

/** `HH:MM:SS` of a moment, in UTC. */
const timeOf = (moment: Date) => moment.toISOString().slice(11, 19);

describe('telemetry of a whole Zerodo', () => {
  const collector = testCollector();
  const click = { traceId: 'c0ffee00c0ffee00c0ffee00c0ffee00', spanId: 'c0ffee00c0ffee00' };
  const traceparent = `00-${click.traceId}-${click.spanId}-01`;
  let [home, logs] = ['', ''];
  let zerodo: RunningZerodo;
  const kafka = !withoutKafka();

  /** The story, and then Ctrl-C at once: nothing of it has been sent by then, since everything waits a minute. */
  beforeAll(async () => {
    home = await freshHome();
    zerodo = await startZerodo({
      home,
      args: kafka ? ['--kafka'] : [],
      settings: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url(),
        OTEL_BSP_SCHEDULE_DELAY: '60000',
        OTEL_METRIC_EXPORT_INTERVAL: '60000',
        ZERODO_LOG_LEVEL: 'debug',
        ZERODO_ACCESS_LOG_SHARE: '1',
      },
    });
    const ada = await signUp(zerodo.url, planted);
    const heard = listen(zerodo.url, ada.cookie);
    await writeEverywhere(zerodo.url, ada);
    await measureAPage(ada);
    const page = await fetch(`${zerodo.url}/search?q=${planted.search}`, { headers: { cookie: ada.cookie } });
    expect(page.status).toBe(200);
    await page.text();
    await remindOfTheNextOccurrence(ada, traceparent);
    await until(() => heard().includes('"type":"dev.zerodo.notification.sent.v1"'), 60_000);
    expect(await zerodo.stop()).toBe(0);
    logs = await logsOf(home);
  }, 300_000);
  afterAll(() => rm(home, { recursive: true, force: true }));

  const trace = () => collector.spans.filter(({ traceId }) => traceId === click.traceId);

  it('is one tree from the click to the page that shows the reminder of the next occurrence', () => {
    const spans = trace();
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const roots = spans.filter(({ parentSpanId }) => !byId.has(parentSpanId!));

    expect(roots.map(({ name, parentSpanId }) => [name, parentSpanId])).toEqual([
      ['POST /tasks/{id}/complete', click.spanId],
    ]);
    const told = spans.find(
      ({ service, attributes }) =>
        service === 'live-stream' &&
        attributes['cloudevents.event_type'] === 'dev.zerodo.notification.sent.v1',
    );
    expect(wayTo(told!, byId)).toEqual([
      'api-gateway POST /tasks/{id}/complete',
      'task-complete complete-task',
      'recurrence-spawn process task.completed',
      'reminder-due announce reminder.due',
      'notification-send process reminder.due',
      'live-stream tell pages',
    ]);
  });

  it('goes through the outbox and the log, where a run joins many', () => {
    const sent = trace().filter(({ name }) => name === 'send to the log');

    expect(sent.map(({ attributes }) => attributes['cloudevents.event_type'])).toEqual(
      expect.arrayContaining([
        'dev.zerodo.task.completed.v1',
        'dev.zerodo.task.created.v1',
        'dev.zerodo.reminder.due.v1',
        'dev.zerodo.notification.sent.v1',
      ]),
    );
    expect(new Set(sent.map(({ attributes }) => attributes['messaging.system']))).toEqual(
      new Set([kafka ? 'kafka' : 'postgresql']),
    );
    const ticks = new Map(collector.spans.map((span) => [span.spanId, span.name]));
    expect(sent.every(({ links }) => ticks.get(links[0]!.spanId) === 'tick')).toBe(true);
  });

  it('has metrics of what happened, each counted once, from processes that were stopped right after', () => {
    expect(collector.total('tasks.completed', { 'task.recurring': 'true' })).toBe(1);
    expect(collector.total('tasks.created', { 'task.source': 'series' })).toBe(1);
    expect(collector.total('next_occurrence.latency')).toBe(1);
    expect(collector.total('reminder.lateness')).toBe(1);
    expect(
      collector.total('notification.outcomes', {
        'notification.channel': 'in-app',
        'notification.outcome': 'sent',
      }),
    ).toBe(1);
    expect(
      collector.total('api.request.duration', {
        'http.route': '/tasks/{id}/complete',
        'http.response.status_class': '2xx',
      }),
    ).toBe(1);
    expect(collector.total('faas.coldstarts')).toBeGreaterThan(6);
  });

  it('knows what a page reads on its way to the browser', () => {
    const page = collector.spans.find(({ service, name }) => service === 'web' && name === 'GET search');
    const reads = collector.spans.filter(({ parentSpanId }) => parentSpanId === page!.spanId);

    expect(reads.map(({ service, name }) => `${service} ${name}`)).toEqual(
      expect.arrayContaining(['api-gateway GET /projects', 'api-gateway GET /labels']),
    );
    expect(collector.total('web.request.duration', { 'http.route': 'search' })).toBe(1);
  });

  it('has metrics of how a page felt, in seconds', () => {
    expect(collector.total('browser.web_vital.lcp', { 'browser.page': 'today' })).toBe(1);
    expect(collector.points.findLast(({ name }) => name === 'browser.web_vital.lcp')!.value).toBe(1.234);
    expect(collector.points.findLast(({ name }) => name === 'browser.web_vital.cls')!.value).toBe(0.02);
  });

  it.each(Object.entries(planted))('never says what a person wrote: %s', (_, word) => {
    const said = { telemetry: collector.text(), logs, output: zerodo.output() };
    const lower = Object.entries(said).map(([where, text]) => [where, text.toLowerCase()]);

    expect(said.logs).toContain('"msg":"handled"');
    expect(said.logs).toContain('"route":"/tasks/{id}/complete","status":200');
    for (const [where, text] of lower) expect(text!.includes(word.toLowerCase()), where).toBe(false);
  });
});

/** The names on the way to a span, from the first on. */
function wayTo(span: Span, byId: Map<string, Span>): string[] {
  const parent = byId.get(span.parentSpanId!);
  const name = `${span.service} ${span.name}`;
  return parent ? [...wayTo(parent, byId), name] : [name];
}

/** What the live stream has said so far. */
function listen(url: string, cookie: string): () => string {
  let heard = '';
  const read = async () => {
    const response = await fetch(`${url}/api/v1/live`, { headers: { cookie } });
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) heard += chunk;
  };
  // It breaks off when Zerodo stops.
  read().catch(() => {});
  return () => heard;
}

async function writeEverywhere(url: string, { call, cookie }: Account): Promise<void> {
  const { title, notes, label, project, search, broken } = planted;
  expect((await call('POST', '/projects', { name: project })).status).toBe(201);
  expect((await call('POST', '/tasks', { title, notes, labels: [label] })).status).toBe(201);
  expect((await call('GET', `/tasks?q=${search}&label=${label}`)).status).toBe(200);
  expect((await call('GET', `/${search}`)).status).toBe(404);
  expect((await call('POST', '/tasks', { title, [broken]: broken })).status).toBe(422);
  expect((await call('POST', '/tasks', { title, due: { date: broken } })).status).toBe(422);
  const headers = { cookie, origin: url, 'content-type': 'application/json' };
  for (const body of [`{"title":"${broken}`, `${broken}`, `{"title":"${broken}\u0000"`]) {
    const answer = await fetch(`${url}/api/v1/tasks`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
  }
}

/** Completes a daily task whose next occurrence, tomorrow, is to be reminded of a day before, which is in some seconds. */
async function remindOfTheNextOccurrence({ call }: Account, traceparent: string): Promise<void> {
  // Long enough for every function to start on a busy machine: what is created late is not reminded of.
  const soon = new Date(Date.now() + 12_000);
  const created = await call('POST', '/tasks', {
    title: planted.title,
    due: { date: soon.toISOString().slice(0, 10), time: timeOf(soon), timezone: 'UTC' },
    recurrence: { rrules: ['FREQ=DAILY'] },
    reminders: [{ type: 'before', minutes: 24 * 60 }],
  });
  expect(created.status).toBe(201);
  const { id } = created.json as Task;
  expect((await call('POST', `/tasks/${id}/complete`, undefined, { traceparent })).status).toBe(200);
}

async function measureAPage({ call }: Account): Promise<void> {
  const vitals = [
    { name: 'lcp', value: 1_234 },
    { name: 'cls', value: 0.02 },
  ];
  expect((await call('POST', '/web-vitals', { page: 'today', vitals })).status).toBe(200);
  expect((await call('POST', '/web-vitals', { page: planted.title, vitals })).status).toBe(422);
}
