import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type Histogram,
  type MetricData,
  type PushMetricExporter,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';

/**
 * Begins every cumulative series with a zero. A process that lives for seconds sends a series once, and `increase()` sees
 * nothing in a single value: what it had counted would be lost.
 */
export function zeroFirst(exporter: PushMetricExporter): PushMetricExporter {
  const begun = new Set<string>();

  const withZeros = (metric: MetricData): MetricData => {
    const { dataPointType: type, aggregationTemporality, descriptor } = metric;
    const counts = type === DataPointType.HISTOGRAM || (type === DataPointType.SUM && metric.isMonotonic);
    if (!counts || aggregationTemporality !== AggregationTemporality.CUMULATIVE) return metric;
    const points = metric.dataPoints as DataPoint<number | Histogram>[];
    const dataPoints = points.flatMap((point) => {
      const series = `${descriptor.name} ${JSON.stringify(point.attributes)}`;
      if (begun.has(series)) return [point];
      begun.add(series);
      return [zeroBefore(point), point];
    });
    return { ...metric, dataPoints } as MetricData;
  };

  return {
    export: (metrics: ResourceMetrics, done) =>
      exporter.export(
        {
          ...metrics,
          scopeMetrics: metrics.scopeMetrics.map((scope) => ({
            ...scope,
            metrics: scope.metrics.map(withZeros),
          })),
        },
        done,
      ),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
    selectAggregationTemporality: (type) =>
      exporter.selectAggregationTemporality?.(type) ?? AggregationTemporality.CUMULATIVE,
  };
}

/** A millisecond before the first value was recorded, so that the two never fall on the same one. */
function zeroBefore(point: DataPoint<number | Histogram>): DataPoint<number | Histogram> {
  const [seconds, nanos] = point.startTime;
  const at: [number, number] =
    nanos >= 1_000_000 ? [seconds, nanos - 1_000_000] : [seconds - 1, nanos + 999_000_000];
  return { ...point, startTime: at, endTime: at, value: zeroOf(point.value) };
}

function zeroOf(value: number | Histogram): number | Histogram {
  if (typeof value === 'number') return 0;
  const { boundaries, counts } = value.buckets;
  return { buckets: { boundaries, counts: counts.map(() => 0) }, sum: 0, count: 0 };
}
