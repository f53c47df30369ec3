import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@zerodo/runtime/config';
import { count, observe, set } from '@zerodo/runtime/telemetry/record';
import { startSdk } from '@zerodo/runtime/telemetry/sdk';
import { switchOn } from '@zerodo/runtime/telemetry/switch';
import { testCollector } from '@zerodo/testing/collector';
import { startPrometheus, type TestPrometheus } from '@zerodo/testing/prometheus';
import { until } from '@zerodo/testing/until';
import { freshHome, logsOf, type RunningZerodo, signUp, startZerodo } from '@zerodo/testing/zerodo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { outside } from '../../../monitoring/outside-metrics.ts';
import { asSent, selectorsOf } from '../../../monitoring/promql.ts';
import { onPath } from '../../on-path.ts';
import { root } from '../../tool.ts';
import { queriesOf, readDashboard } from './dashboards.ts';
import type { Asked } from './queries.ts';
import { queriesOfRules, readRules } from './rules.ts';
import { readStack } from './stack.ts';
import { onlyInCluster } from './testing/only-in-cluster.ts';

const monitoring = join(root, 'monitoring');
const here = process.env.CI === 'true' || onPath('prometheus') !== undefined;

/** An alert is silent in a run in which all is well: without its bounds, what it looks at has to be there all the same. */
const withoutBounds = (query: string): string =>
  query
    .replaceAll(/ (?:[<>]=?|==) \d[\d.]*/g, '')
    .replaceAll(' >= sum', ' + sum')
    .replaceAll('absent_over_time(', 'count_over_time(');

const dashboards = await Promise.all(
  (await readdir(join(monitoring, 'grafana', 'dashboards'))).map((name) =>
    readFile(join(monitoring, 'grafana', 'dashboards', name), 'utf8'),
  ),
);
const all: Asked[] = [
  ...queriesOfRules(await readRules(join(monitoring, 'prometheus'))).map(({ where, query }) => ({
    where,
    query: withoutBounds(query),
  })),
  ...dashboards.flatMap((text) => queriesOf(readDashboard(text))),
].map(({ where, query }) => ({ where, query: asSent(query, { choices: { function: 'recurrence-spawn' } }) }));

const ofOthers = new Set(outside.flatMap(({ metrics }) => metrics).filter((name) => name !== 'ALERTS'));
const needsCluster = ({ query }: Asked) => selectorsOf(query).some(({ metric }) => ofOthers.has(metric));
const inCluster = Object.entries(onlyInCluster).flatMap(([board, names]) =>
  board === 'alerts' ? names : names.map((name) => `Zerodo / ${board}, ${name}`),
);
const ours = all.filter((asked) => !needsCluster(asked));

describe.skipIf(!here)('a Prometheus that a whole Zerodo has fed', () => {
  const collector = testCollector();
  let [home, logs] = ['', ''];
  let zerodo: RunningZerodo;
  let prometheus: TestPrometheus;

  beforeAll(async () => {
    home = await freshHome();
    zerodo = await startZerodo({
      home,
      settings: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url(), OTEL_METRIC_EXPORT_INTERVAL: '1000' },
    });
    await useIt(
      zerodo,
      () => collector.total('reminder.lateness') > 0 && collector.total('next_occurrence.latency') > 0,
    );
    expect(await zerodo.stop()).toBe(0);
    logs = await logsOf(home);
    await recordTrouble(collector.url());
    prometheus = await startPrometheus(join(monitoring, 'prometheus'));
    await prometheus.write(collector.points);
    await until(async () => (await prometheus.query('slo:burn_rate:30d')).length === 3, 60_000);
  }, 500_000);
  afterAll(async () => {
    await prometheus?.stop();
    await rm(home, { recursive: true, force: true });
  });

  it.each(ours)('finds something for $where: $query', async ({ query }) => {
    expect(await prometheus.query(query)).not.toEqual([]);
  });

  it('finds nothing for what nobody has counted', async () => {
    expect(await prometheus.query('rate(tasks_created_total{task_source="import"}[5m])')).toEqual([]);
  });

  it('is asked for everything but what only a cluster has', () => {
    const asked = all.filter(needsCluster).map(({ where }) => where);

    expect(new Set(asked)).toEqual(new Set(inCluster));
  });

  it('has a trace for each line of the log that Grafana makes a link of', async () => {
    const values = await readFile(join(monitoring, 'kubernetes', 'kube-prometheus-stack.yaml'), 'utf8');
    const [field] = readStack(parse(values)).find(({ uid }) => uid === 'loki')!.jsonData.derivedFields!;
    const linked = [...logs.matchAll(new RegExp(field!.matcherRegex, 'g'))].map(([, traceId]) => traceId!);

    expect(linked).not.toEqual([]);
    const traces = new Set(collector.spans.map(({ traceId }) => traceId));
    expect(linked.filter((traceId) => !traces.has(traceId))).toEqual([]);
  });
});

/** What a person does in a minute, with a page open: completes a task that recurs, and is reminded of another. */
async function useIt({ url }: RunningZerodo, told: () => boolean): Promise<void> {
  const { cookie, call } = await signUp(url);
  const page = new AbortController();
  await fetch(`${url}/api/v1/live`, { headers: { cookie }, signal: page.signal });
  const made = await call('POST', '/tasks', { quickAdd: 'Water the plants every day', timezone: 'UTC' });
  expect(made.status).toBe(201);
  expect((await call('POST', `/tasks/${made.json.id}/complete`)).status).toBe(200);
  expect((await call('GET', '/tasks')).status).toBe(200);
  const vitals = ['lcp', 'fcp', 'ttfb', 'inp', 'cls'].map((name) => ({ name, value: 0.1 }));
  expect((await call('POST', '/web-vitals', { page: 'today', vitals })).status).toBe(200);
  const local = new Date(Date.now() + 10_000).toISOString().slice(0, 19);
  const reminders = [{ type: 'at', local, timezone: 'UTC', channels: ['in-app'] }];
  expect((await call('POST', '/tasks', { title: 'Call Ada', reminders })).status).toBe(201);
  await until(told, 120_000);
  page.abort();
}

/** What does not happen in a good minute, recorded by the code that would record it. */
async function recordTrouble(url: string): Promise<void> {
  const config = {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_TRACES_SAMPLER: 'always_off',
    OTEL_TRACES_SAMPLER_ARG: 1,
    OTEL_METRIC_EXPORT_INTERVAL: 60_000,
    OTEL_BSP_SCHEDULE_DELAY: 60_000,
  } as Config;
  const warn = (reason: string) => {
    throw new Error(reason);
  };
  const flush = startSdk({ name: 'recurrence-spawn', config, door: false, warn });
  switchOn();
  count('dead_letters', { 'dead_letter.function': 'stats-record' });
  count('audit.faults', { 'audit.fault': 'missing' });
  count('inbox.duplicates', {});
  count('outbound.attempts', { 'outbound.target': 'smtp', 'outbound.outcome': 'again' });
  set('circuit_breaker.open', 1, { 'outbound.target': 'smtp' });
  for (const outcome of ['late', 'failed'] as const)
    count('notification.outcomes', { 'notification.channel': 'email', 'notification.outcome': outcome });
  for (const outcome of ['fault', 'unavailable'] as const)
    observe('faas.invoke_duration', 1, { 'faas.trigger': 'pubsub', 'zerodo.outcome': outcome });
  await flush();
}
