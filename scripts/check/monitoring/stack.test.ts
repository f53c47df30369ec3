import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../tool.ts';
import { judgeCollector } from './collector.ts';
import { type Dashboard, judgeDashboards, readDashboard } from './dashboards.ts';
import { judgeSources, readStack, type Source } from './stack.ts';

// biome-ignore lint/suspicious/noExplicitAny: A mutation breaks the shape on purpose.
type Anything = any;

const read = (path: string) => readFile(join(root, 'monitoring', path), 'utf8');

describe('dashboards', () => {
  const sources = new Set(['prometheus', 'loki']);
  let right: Dashboard;
  beforeEach(async () => {
    right = readDashboard(await read('grafana/dashboards/overview.json'));
  });

  it('are right as they are', () => {
    expect(judgeDashboards([right], sources)).toEqual([]);
  });

  it.each<[string, RegExp, (panels: Anything[]) => void]>([
    ['shows nothing', /shows nothing/, (panels) => (panels[2].targets = [])],
    ['asks nobody', /there is no data source prom/, (panels) => (panels[2].datasource.uid = 'prom')],
    ['reaches over the edge', /reaches over the edge/, (panels) => (panels[1].gridPos.x = 23)],
    ['lies over another', /lies over another panel/, (panels) => (panels[2].gridPos = panels[1].gridPos)],
  ])('are refused when a panel %s', (_, says, change) => {
    change(right.panels);

    expect(judgeDashboards([right], sources).join('\n')).toMatch(says);
  });

  it('are refused when two have one address', () => {
    expect(judgeDashboards([right, right], sources)).toEqual([
      'Zerodo / Overview: another dashboard has the uid zerodo-overview',
    ]);
  });
});

describe('the collector', () => {
  const services = new Set([
    'prometheus-operated.observability:9090',
    'tempo.observability:4318',
    'loki.observability:3100',
  ]);
  let right: Anything;
  beforeEach(async () => {
    right = parse(await read('collector/collector.yaml'));
  });

  it('is right as it is', () => {
    expect(judgeCollector(right, services)).toEqual([]);
  });

  it.each<[string, RegExp, (config: Anything) => void]>([
    [
      'a field is misspelt',
      /Unrecognized key: "timeouts"/,
      ({ processors }) => (processors.batch.timeouts = '1s'),
    ],
    [
      'an address is only its own',
      /receivers.otlp.protocols.http.endpoint/,
      ({ receivers }) => (receivers.otlp.protocols.http.endpoint = 'localhost:4318'),
    ],
    [
      'a pipeline names nobody',
      /there is no exporter otlp_http\/jaeger/,
      ({ service }) => (service.pipelines.traces.exporters = ['otlp_http/jaeger']),
    ],
    [
      'something is of no use',
      /no pipeline uses the processor filter\/knative/,
      ({ service }) => (service.pipelines.metrics.processors = ['memory_limiter', 'batch']),
    ],
    [
      'nothing limits its memory',
      /traces has to begin with memory_limiter/,
      ({ service }) => (service.pipelines.traces.processors = ['batch']),
    ],
    [
      'a store is elsewhere',
      /otlp_http\/loki: nothing listens at http:\/\/loki:3100\/otlp/,
      ({ exporters }) => (exporters['otlp_http/loki'].endpoint = 'http://loki:3100/otlp'),
    ],
    [
      'logs are read anew after each start',
      /file_log.storage/,
      ({ receivers }) => delete receivers.file_log.storage,
    ],
  ])('is refused when %s', (_, says, change) => {
    change(right);

    expect(judgeCollector(right, services).join('\n')).toMatch(says);
  });
});

describe('data sources', () => {
  const services = new Set(['tempo.observability:3200', 'loki.observability:3100']);
  let right: Source[];
  beforeEach(async () => {
    right = readStack(parse(await read('kubernetes/kube-prometheus-stack.yaml')));
  });

  it('are right as they are', () => {
    expect(judgeSources(right, services)).toEqual([]);
  });

  it('are refused when nothing listens there', () => {
    expect(judgeSources(right, new Set(['loki.observability:3100']))).toEqual([
      'data source tempo: nothing listens at http://tempo.observability:3200',
    ]);
  });

  it('are refused when a line of the log leads nowhere', () => {
    right[0]!.jsonData.derivedFields![0]!.datasourceUid = 'jaeger';

    expect(judgeSources(right, services)).toEqual(['data source loki: links to jaeger, which is not there']);
  });
});
