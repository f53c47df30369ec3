import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { expect, test } from 'vitest';
import { zeroFirst } from './zero-first.ts';

function measuring() {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: zeroFirst(exporter) });
  const provider = new MeterProvider({ readers: [reader] });
  const pushed = async () => {
    exporter.reset();
    await provider.forceFlush();
    const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics[0]!.metrics);
    return metrics.flatMap(({ dataPoints }) => dataPoints as DataPoint<number | Histogram>[]);
  };
  return { meter: provider.getMeter('test'), pushed };
}

test('a sum begins with a zero, before its first value, and once', async () => {
  const { meter, pushed } = measuring();
  const counter = meter.createCounter('things');
  counter.add(3, { colour: 'red' });

  const [zero, first, ...more] = await pushed();

  expect([zero!.value, first!.value, more]).toEqual([0, 3, []]);
  expect(zero!.attributes).toEqual({ colour: 'red' });
  const millis = ([seconds, nanos]: [number, number]) => seconds * 1000 + nanos / 1e6;
  expect(millis(first!.endTime) - millis(zero!.endTime)).toBeGreaterThanOrEqual(1);

  counter.add(2, { colour: 'red' });
  expect((await pushed()).map(({ value }) => value)).toEqual([5]);

  counter.add(1, { colour: 'blue' });
  expect((await pushed()).map(({ value }) => value)).toEqual([5, 0, 1]);
});

test('so does a histogram, with the same buckets', async () => {
  const { meter, pushed } = measuring();
  meter.createHistogram('waits', { advice: { explicitBucketBoundaries: [1, 2] } }).record(1.5);

  const values = (await pushed()).map(({ value }) => value as Histogram);

  expect(values.map(({ count, sum }) => [count, sum])).toEqual([
    [0, 0],
    [1, 1.5],
  ]);
  expect(values.map(({ buckets }) => buckets)).toEqual([
    { boundaries: [1, 2], counts: [0, 0, 0] },
    { boundaries: [1, 2], counts: [0, 1, 0] },
  ]);
});

test('a gauge says what it stands at and nothing else', async () => {
  const { meter, pushed } = measuring();
  meter.createGauge('depth').record(7);

  expect((await pushed()).map(({ value }) => value)).toEqual([7]);
});
