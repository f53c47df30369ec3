import { expect, test } from 'vitest';
import { Metrics } from './metrics.ts';
import type { Point, Span } from './otlp.ts';
import { Traces } from './traces.ts';

const span = (over: Partial<Span>): Span => ({
  service: 'task-create',
  instance: 'one',
  traceId: 'trace',
  spanId: 'root',
  parentSpanId: 'in a browser',
  name: 'POST /tasks',
  start: 1_000,
  end: 1_020,
  failed: false,
  attributes: {},
  links: [],
  ...over,
});

test('a trace is a tree, in order, from whichever process its parts come first', () => {
  const traces = new Traces();
  traces.take([span({ spanId: 'late', parentSpanId: 'child', name: 'process', start: 1_050, end: 1_060 })]);
  traces.take([
    span({ spanId: 'second', parentSpanId: 'root', name: 'transaction', start: 1_012, end: 1_015 }),
    span({ spanId: 'child', parentSpanId: 'root', name: 'create-task', start: 1_005, end: 1_018 }),
    span({}),
  ]);

  const [trace] = traces.read();

  expect(trace).toMatchObject({ name: 'POST /tasks', ms: 60, failed: false });
  expect(
    trace!.spans.map(({ name, offsetMs, ms, parentSpanId }) => [name, offsetMs, ms, parentSpanId]),
  ).toEqual([
    ['POST /tasks', 0, 20, null],
    ['create-task', 5, 13, 'root'],
    ['process', 50, 10, 'child'],
    ['transaction', 12, 3, 'root'],
  ]);
});

test('wake-ups and those who watch are left out, and old traces make room', () => {
  const traces = new Traces();
  traces.take([
    span({ traceId: 'tick', name: 'tick' }),
    span({ traceId: 'watching', name: 'GET /observed' }),
  ]);
  expect(traces.read()).toEqual([]);

  for (let n = 0; n < 300; n++) traces.take([span({ traceId: `trace ${n}`, start: n, end: n + 1 })]);
  expect(traces.read()).toHaveLength(60);
  expect(traces.read()[0]!.traceId).toBe('trace 299');
});

test('a trace that is looked at stays, and goes on', () => {
  const traces = new Traces();
  traces.take([span({ traceId: 'looked at', start: 0, end: 1 })]);
  for (let n = 1; n < 300; n++) {
    traces.take([span({ traceId: `trace ${n}`, start: n, end: n + 1 })]);
    if (n % 100 === 0) traces.read('looked at');
  }
  traces.take([
    span({ traceId: 'looked at', spanId: 'late', parentSpanId: 'root', name: 'process', start: 9, end: 10 }),
  ]);

  const read = traces.read('looked at');

  expect(read).toHaveLength(61);
  expect(read.at(-1)).toMatchObject({ traceId: 'looked at', ms: 10 });
  expect(read.at(-1)!.spans.map(({ name }) => name)).toEqual(['POST /tasks', 'process']);
});

const point = (over: Partial<Point>): Point => ({
  service: 'task-create',
  instance: 'one',
  name: 'tasks.created',
  unit: '{task}',
  kind: 'sum',
  attributes: {},
  at: 10_000,
  value: 1,
  ...over,
});

test('a sum is that of all processes, also of those that are gone, and its points are what was added', () => {
  const metrics = new Metrics();
  metrics.take([point({ value: 3 })]);
  metrics.turn(10_000);
  metrics.take([point({ value: 5 }), point({ instance: 'two', value: 1 })]);
  metrics.turn(100_000);

  expect(metrics.read(100_000)).toMatchObject([{ name: 'tasks.created', value: 6, points: [3, 3] }]);
});

test('a gauge is that of the processes that are there', () => {
  const metrics = new Metrics();
  const streams = { name: 'live.streams', kind: 'gauge' } as const;
  metrics.take([
    point({ ...streams, value: 2 }),
    point({ ...streams, instance: 'two', value: 3, at: 40_000 }),
  ]);

  expect(metrics.read(20_000)[0]!.value).toBe(5);
  expect(metrics.read(45_000)[0]!.value).toBe(3);
});

test('of a histogram one sees what nearly all values are below, and how many there are', () => {
  const metrics = new Metrics();
  const buckets = { bounds: [1, 2, 4], counts: [0, 95, 5, 0] };
  metrics.take([point({ name: 'waits', unit: 's', kind: 'histogram', value: 160, count: 100, buckets })]);

  expect(metrics.read(10_000)).toMatchObject([{ value: 2, count: 100 }]);
});
