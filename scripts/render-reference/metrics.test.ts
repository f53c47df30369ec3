import { metrics } from '@zerodo/runtime/telemetry/catalogue';
import { expect, test } from 'vitest';
import { renderMetrics } from './metrics.ts';
import { prometheusName, seriesOf } from './prometheus.ts';

test('the names that dashboards have always asked for exist on the side of Prometheus', () => {
  const page = renderMetrics()['metrics.md'];

  for (const name of ['tasks_created_total', 'tasks_completed_total', 'api_request_duration_seconds']) {
    expect(page).toContain(`| \`${name}\` |`);
  }
});

test('a name is translated as the collector translates it', () => {
  expect(prometheusName('a.b', { kind: 'counter', unit: '{thing}' })).toBe('a_b_total');
  expect(prometheusName('a.b', { kind: 'gauge', unit: '1' })).toBe('a_b_ratio');
  expect(prometheusName('a.b', { kind: 'gauge', unit: 's' })).toBe('a_b_seconds');
  expect(seriesOf('a.b', { kind: 'histogram', unit: '1' })).toEqual(['a_b_bucket', 'a_b_sum', 'a_b_count']);
});

test('no two metrics have the same name on the side of Prometheus', () => {
  const names = Object.entries(metrics).flatMap(([name, metric]) => seriesOf(name, metric));

  expect(new Set(names).size).toBe(names.length);
});

test('what is promised can be read off a histogram', () => {
  expect(metrics['api.request.duration'].buckets).toContain(0.2);
  expect(metrics['next_occurrence.latency'].buckets).toContain(1);
  expect(metrics['reminder.lateness'].buckets).toContain(5);
});

test.each(Object.entries(metrics).filter(([, metric]) => metric.kind === 'histogram'))(
  'the bounds of %s rise',
  (_, metric) => {
    const { buckets = [] } = metric as { buckets?: readonly number[] };

    expect(buckets.length).toBeGreaterThan(4);
    expect([...buckets]).toEqual([...new Set(buckets)].sort((a, b) => a - b));
  },
);
