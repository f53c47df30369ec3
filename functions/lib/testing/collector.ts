import { afterAll, beforeAll } from 'vitest';
import type { Point, Span } from '../../../scripts/observe/otlp.ts';
import { type Receiver, receiveOtlp } from '../../../scripts/observe/receiver.ts';

export type { Span } from '../../../scripts/observe/otlp.ts';

export type TestCollector = {
  /** What OTEL_EXPORTER_OTLP_ENDPOINT is set to. */
  url: () => string;
  spans: Span[];
  points: Point[];
  /** Everything that was received, word by word. */
  text: () => string;
  /** The last value of a metric, added up over the processes and attributes that fit. */
  total: (name: string, attributes?: Record<string, string>) => number;
};

/** An OTLP receiver for this test file. */
export function testCollector(): TestCollector {
  let receiver: Receiver;
  const [spans, points, texts]: [Span[], Point[], string[]] = [[], [], []];
  beforeAll(async () => {
    receiver = await receiveOtlp((said) => {
      spans.push(...said.spans);
      points.push(...said.points);
      texts.push(said.text);
    });
  });
  afterAll(() => receiver.close());

  return {
    url: () => receiver.url,
    spans,
    points,
    text: () => texts.join('\n'),
    total(name, attributes = {}) {
      const fits = points.filter(
        (point) =>
          point.name === name &&
          Object.entries(attributes).every(([key, value]) => point.attributes[key] === value),
      );
      const last = new Map(
        fits.map(({ instance, attributes, count, value }) => [
          `${instance} ${JSON.stringify(attributes)}`,
          count ?? value,
        ]),
      );
      return [...last.values()].reduce((sum, one) => sum + one, 0);
    },
  };
}
