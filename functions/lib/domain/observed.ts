// What `npm start -- --observe` has kept of traces and metrics: names, times and numbers, never what people have written.
import * as z from 'zod';

const observedSpan = z.strictObject({
  spanId: z.string(),
  /** Null where it is the first, or where the one before was not kept. */
  parentSpanId: z.string().nullable(),
  service: z.string(),
  name: z.string(),
  /** Milliseconds after the trace began. */
  offsetMs: z.number(),
  ms: z.number(),
  failed: z.boolean(),
});
export type ObservedSpan = z.infer<typeof observedSpan>;

/** Its spans are in the order of the tree, each before what came of it. */
const observedTrace = z.strictObject({
  traceId: z.string(),
  name: z.string(),
  startedAt: z.iso.datetime(),
  ms: z.number(),
  failed: z.boolean(),
  spans: z.array(observedSpan),
});
export type ObservedTrace = z.infer<typeof observedTrace>;

const observedMetric = z.strictObject({
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['sum', 'gauge', 'histogram']),
  /** What a gauge stands at, a sum has come to, or 95 of 100 values of a histogram are below. */
  value: z.number(),
  /** How many values a histogram has. */
  count: z.number().nullable(),
  /** One for each of the last intervals: where a gauge stood, or how much was added. */
  points: z.array(z.number()),
});
export type ObservedMetric = z.infer<typeof observedMetric>;

/** `trace` is answered with the latest, however many have come since, as long as it is asked for. */
export const readObserved = z.strictObject({
  trace: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'a trace id has 32 hexadecimal digits')
    .optional(),
});

/** `on` is false where this installation keeps nothing itself. */
export const observed = z.strictObject({
  on: z.boolean(),
  /** Seconds between two points. */
  everySeconds: z.number(),
  /** The latest first. */
  traces: z.array(observedTrace),
  metrics: z.array(observedMetric),
});
export type Observed = z.infer<typeof observed>;
