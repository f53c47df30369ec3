import { type Metric, metrics } from '@zerodo/runtime/telemetry/catalogue';
import type { Point } from '../../../../scripts/observe/otlp.ts';
import { labelName, prometheusName } from '../../../../scripts/render-reference/prometheus.ts';
import type { Series } from './wire.ts';

/**
 * The series that Prometheus' own OTLP receiver makes of points: names with units, `job` and `instance` from the resource, and
 * `target_info` for each process (OpenTelemetry's compatibility specification).
 */
export function seriesOfPoints(points: readonly Point[]): Series[] {
  const all = new Map<string, Series>();
  const add = (name: string, labels: Record<string, string>, at: number, value: number) => {
    const sorted = Object.entries({ ...labels, __name__: name }).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(sorted);
    const series = all.get(key) ?? { labels: sorted, samples: new Map() };
    series.samples.set(Math.round(at), value);
    all.set(key, series);
  };
  for (const point of points) {
    const { name, service, instance, attributes, at, value, count = 0, buckets } = point;
    const own = Object.entries(attributes).map(([key, said]) => [labelName(key), String(said)]);
    const resource = { job: `zerodo/${service}`, instance };
    const labels = { ...Object.fromEntries(own), ...resource };
    const base = prometheusName(name, metrics[name as keyof typeof metrics] as Metric);
    add('target_info', resource, at, 1);
    if (!buckets) {
      add(base, labels, at, value);
      continue;
    }
    let sum = 0;
    for (const [index, held] of buckets.counts.entries()) {
      sum += held;
      add(`${base}_bucket`, { ...labels, le: String(buckets.bounds[index] ?? '+Inf') }, at, sum);
    }
    add(`${base}_sum`, labels, at, value);
    add(`${base}_count`, labels, at, count);
  }
  return [...all.values()];
}
