import type { ObservedMetric } from '@zerodo/domain/observed';
import type { Point } from './otlp.ts';

const mostPoints = 60;
/** A process that says nothing for so long is gone, and its gauges with it. */
const goneAfterMs = 30_000;

type Series = { latest: Point };
type Metric = { series: Map<string, Series>; points: number[]; before: number };

/** Every metric over all processes and attributes, with how it went lately. */
export class Metrics {
  readonly #metrics = new Map<string, Metric>();

  take(points: readonly Point[]): void {
    for (const point of points) {
      const metric = this.#metrics.get(point.name) ?? { series: new Map(), points: [], before: 0 };
      this.#metrics.set(point.name, metric);
      metric.series.set(`${point.service} ${point.instance} ${JSON.stringify(point.attributes)}`, {
        latest: point,
      });
    }
  }

  /** Begins the next interval. */
  turn(now: number): void {
    for (const metric of this.#metrics.values()) {
      const { kind } = metric.series.values().next().value!.latest;
      const stands = kind === 'gauge' ? standing(metric, now) : total(metric);
      metric.points.push(kind === 'gauge' ? stands : stands - metric.before);
      metric.before = stands;
      if (metric.points.length > mostPoints) metric.points.shift();
    }
  }

  read(now: number): ObservedMetric[] {
    return [...this.#metrics]
      .map(([name, metric]): ObservedMetric => {
        const { kind, unit } = metric.series.values().next().value!.latest;
        const isHistogram = kind === 'histogram';
        return {
          name,
          unit,
          kind,
          value: isHistogram
            ? quantile(metric, 0.95)
            : kind === 'gauge'
              ? standing(metric, now)
              : total(metric),
          count: isHistogram ? total(metric) : null,
          points: [...metric.points],
        };
      })
      .sort((one, other) => one.name.localeCompare(other.name));
  }
}

const latestOf = ({ series }: Metric): Point[] => [...series.values()].map(({ latest }) => latest);
const sum = (values: number[]): number => values.reduce((whole, one) => whole + one, 0);

const standing = (metric: Metric, now: number): number =>
  sum(latestOf(metric).flatMap(({ at, value }) => (now - at < goneAfterMs ? [value] : [])));

const total = (metric: Metric): number => sum(latestOf(metric).map(({ count, value }) => count ?? value));

/** The bound that this share of all values is below, as exact as buckets are; 0 where there is no value. */
function quantile(metric: Metric, share: number): number {
  const all = latestOf(metric).flatMap(({ buckets }) => buckets ?? []);
  const [first] = all;
  const wanted = total(metric) * share;
  if (!first || wanted === 0) return 0;
  let seen = 0;
  for (const [at, bound] of first.bounds.entries()) {
    const here = sum(all.map(({ counts }) => counts[at] ?? 0));
    const below = at === 0 ? 0 : first.bounds[at - 1]!;
    if (seen + here >= wanted) return below + ((bound - below) * (wanted - seen)) / here;
    seen += here;
  }
  return first.bounds.at(-1)!;
}
