// What an OTLP request over HTTP says, as JSON (opentelemetry.io/docs/specs/otlp), in the few words that we have a use for.

type Value = { stringValue?: string; boolValue?: boolean; intValue?: number | string; doubleValue?: number };
type Pair = { key: string; value: Value };
type Resource = { resource?: { attributes?: Pair[] } };

type OtlpSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes?: Pair[];
  links?: { traceId: string; spanId: string }[];
  status?: { code?: number };
};

type OtlpPoint = {
  attributes?: Pair[];
  timeUnixNano: string;
  asDouble?: number;
  asInt?: number | string;
  count?: number | string;
  sum?: number;
  bucketCounts?: (number | string)[];
  explicitBounds?: number[];
};

type OtlpMetric = {
  name: string;
  unit?: string;
  sum?: { dataPoints: OtlpPoint[] };
  gauge?: { dataPoints: OtlpPoint[] };
  histogram?: { dataPoints: OtlpPoint[] };
};

export type TraceRequest = {
  resourceSpans?: (Resource & { scopeSpans?: { spans?: OtlpSpan[] }[] })[];
};
export type MetricRequest = {
  resourceMetrics?: (Resource & { scopeMetrics?: { metrics?: OtlpMetric[] }[] })[];
};

export type Attributes = Record<string, string | number | boolean>;

export type Span = {
  service: string;
  instance: string;
  traceId: string;
  spanId: string;
  parentSpanId: string | null;
  name: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  failed: boolean;
  attributes: Attributes;
  links: { traceId: string; spanId: string }[];
};

export type Point = {
  service: string;
  instance: string;
  name: string;
  unit: string;
  kind: 'sum' | 'gauge' | 'histogram';
  attributes: Attributes;
  /** Milliseconds since 1970. */
  at: number;
  /** A sum or a gauge; the sum of what a histogram holds. */
  value: number;
  /** Of a histogram. */
  count?: number;
  buckets?: { bounds: number[]; counts: number[] };
};

const plainValue = ({ stringValue, boolValue, intValue, doubleValue }: Value): string | number | boolean =>
  stringValue ?? boolValue ?? doubleValue ?? Number(intValue ?? 0);

const attributesOf = (pairs: Pair[] = []): Attributes =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, plainValue(value)]));

const millis = (nanos: string): number => Number(BigInt(nanos) / 1_000n) / 1_000;

function source({ resource }: Resource): { service: string; instance: string } {
  const attributes = attributesOf(resource?.attributes);
  return {
    service: String(attributes['service.name'] ?? 'unknown'),
    instance: String(attributes['service.instance.id'] ?? ''),
  };
}

/** The spans of a request to `/v1/traces`. */
export const spansOf = ({ resourceSpans = [] }: TraceRequest): Span[] =>
  resourceSpans.flatMap((from) =>
    (from.scopeSpans ?? []).flatMap(({ spans = [] }) =>
      spans.map(
        (span): Span => ({
          ...source(from),
          traceId: span.traceId,
          spanId: span.spanId,
          parentSpanId: span.parentSpanId || null,
          name: span.name,
          start: millis(span.startTimeUnixNano),
          end: millis(span.endTimeUnixNano),
          failed: span.status?.code === 2,
          attributes: attributesOf(span.attributes),
          links: (span.links ?? []).map(({ traceId, spanId }) => ({ traceId, spanId })),
        }),
      ),
    ),
  );

/** The points of a request to `/v1/metrics`, in the order in which they were sent. */
export const pointsOf = ({ resourceMetrics = [] }: MetricRequest): Point[] =>
  resourceMetrics.flatMap((from) =>
    (from.scopeMetrics ?? []).flatMap(({ metrics = [] }) =>
      metrics.flatMap(({ name, unit = '', ...data }) =>
        (['sum', 'gauge', 'histogram'] as const).flatMap((kind) =>
          (data[kind]?.dataPoints ?? []).map((point) => ({
            ...source(from),
            name,
            unit,
            kind,
            ...read(point),
          })),
        ),
      ),
    ),
  );

function read(point: OtlpPoint): Pick<Point, 'attributes' | 'at' | 'value' | 'count' | 'buckets'> {
  const { explicitBounds: bounds, bucketCounts, count, sum } = point;
  return {
    attributes: attributesOf(point.attributes),
    at: millis(point.timeUnixNano),
    value: point.asDouble ?? Number(point.asInt ?? sum ?? 0),
    ...(count !== undefined && { count: Number(count) }),
    ...(bounds && bucketCounts && { buckets: { bounds, counts: bucketCounts.map(Number) } }),
  };
}
