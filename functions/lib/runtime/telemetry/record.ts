import { metrics as api, type Counter, type Gauge, type Histogram, type Meter } from '@opentelemetry/api';
import { type Metric, metrics } from './catalogue.ts';
import { isOn } from './switch.ts';

type Of<Kind extends Metric['kind']> = {
  [N in keyof typeof metrics]: (typeof metrics)[N]['kind'] extends Kind ? N : never;
}[keyof typeof metrics];

type Value<V> = V extends readonly (infer One)[] ? One : string;

/** What a metric of the catalogue is told apart by. */
export type AttributesOf<N extends keyof typeof metrics> = {
  -readonly [A in keyof (typeof metrics)[N]['attributes']]: Value<(typeof metrics)[N]['attributes'][A]>;
};

const instruments = new Map<string, Counter | Histogram | Gauge>();

/** Asked for when something is recorded: before the SDK is there, the API hands out what records nothing. */
const meter = (): Meter => api.getMeter('zerodo');

function instrument<I extends Counter | Histogram | Gauge>(name: string, make: () => I): I {
  const known = instruments.get(name) ?? make();
  instruments.set(name, known);
  return known as I;
}

const about = (name: keyof typeof metrics) => {
  const { unit, meaning: description } = metrics[name];
  return { unit, description };
};

/** Adds to a counter of the catalogue. */
export function count<N extends Of<'counter'>>(name: N, attributes: AttributesOf<N>, value = 1): void {
  if (!isOn()) return;
  instrument(name, () => meter().createCounter(name, about(name))).add(value, attributes);
}

/** Enters a value, in the metric's unit, into a histogram of the catalogue. */
export function observe<N extends Of<'histogram'>>(
  name: N,
  value: number,
  attributes: AttributesOf<N>,
): void {
  if (!isOn()) return;
  const make = () => {
    const advice = { explicitBucketBoundaries: [...metrics[name].buckets] };
    return meter().createHistogram(name, { ...about(name), advice });
  };
  instrument(name, make).record(value, attributes);
}

/** Says what a gauge of the catalogue stands at now, until something else is said. */
export function set<N extends Of<'gauge'>>(name: N, value: number, attributes: AttributesOf<N>): void {
  if (!isOn()) return;
  instrument(name, () => meter().createGauge(name, about(name))).record(value, attributes);
}

/** Has a gauge of the catalogue read whenever metrics are pushed. */
export function watch<N extends Of<'gauge'>>(name: N, attributes: AttributesOf<N>, read: () => number): void {
  if (!isOn()) return;
  const gauge = meter().createObservableGauge(name, about(name));
  gauge.addCallback((result) => result.observe(read(), attributes));
}
