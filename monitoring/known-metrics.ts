import { type Metric, metrics } from '@zerodo/runtime/telemetry/catalogue';
import { functions } from '../scripts/render/functions.ts';
import { labelName, seriesOf } from '../scripts/render-reference/prometheus.ts';
import { outside } from './outside-metrics.ts';
import { allRules } from './rules/files.ts';
import { isAlert } from './rules/rule.ts';

/** Labels of a series, each with its values where they are few and known. */
type Labels = Map<string, ReadonlySet<string> | undefined>;

const jobs = new Set(functions.map(({ name }) => `zerodo/${name}`));
const each = (names: readonly string[]): Labels => new Map(names.map((name) => [name, undefined]));

function labelsOf({ attributes, kind }: Metric): Labels {
  const own = Object.entries(attributes).map(([attribute, values]) => {
    const known = Array.isArray(values)
      ? new Set(values as string[])
      : values === 'functions'
        ? new Set(functions.map(({ name }) => name))
        : undefined;
    return [labelName(attribute), known] as const;
  });
  return new Map([
    ...own,
    ['job', jobs],
    ['instance', undefined],
    ...(kind === 'histogram' ? ([['le', undefined]] as const) : []),
  ]);
}

/** Every series that a rule or a dashboard may ask for: ours, what our rules record, and what outside-metrics.ts lists. */
export const known: ReadonlyMap<string, Labels> = new Map([
  ...Object.entries(metrics).flatMap(([name, metric]) =>
    seriesOf(name, metric).map((series) => [series, labelsOf(metric)] as const),
  ),
  ['target_info', new Map([...each(['instance', 'service_version']), ['job', jobs]])] as const,
  ...allRules.flatMap((rule) => (isAlert(rule) ? [] : [[rule.record, each(['slo'])] as const])),
  ...outside.flatMap(({ metrics, labels }) => metrics.map((name) => [name, each(labels)] as const)),
]);
