import type { Metric } from '@zerodo/runtime/telemetry/catalogue';

/** The units of ours that are put behind a name; what stands in braces only says what is counted. */
const units: Record<string, string> = { s: 'seconds', By: 'bytes' };

const underscored = (name: string): string => name.replace(/[^a-zA-Z0-9_]+/g, '_');

/** An attribute as a label. */
export const labelName = underscored;

/** The name that Prometheus's OTLP receiver and the collector's exporters give (OpenTelemetry's compatibility specification). */
export function prometheusName(name: string, { kind, unit }: Pick<Metric, 'kind' | 'unit'>): string {
  const suffix = kind === 'gauge' && unit === '1' ? 'ratio' : units[unit];
  return [underscored(name), suffix, kind === 'counter' && 'total'].filter(Boolean).join('_');
}

/** The names of the series that a metric becomes. */
export function seriesOf(name: string, metric: Pick<Metric, 'kind' | 'unit'>): string[] {
  const base = prometheusName(name, metric);
  return metric.kind === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${base}_${part}`) : [base];
}
