import { z } from 'zod';
import type { Findings } from '../check.ts';

// The collector has no validator that could be had here: these are the fields that we use of the components that we use, and no others
// (opentelemetry.io/docs/collector/configuration).
const id = z.string().regex(/^[a-z_]+(\/[a-z_]+)?$/);
const address = z.string().regex(/^0\.0\.0\.0:\d+$/);
const size = z.int().positive();
const duration = z.string().regex(/^\d+(ms|s|m)$/);
const exporter = z.strictObject({ endpoint: z.url({ protocol: /^http$/ }) });
const pipeline = z.strictObject({
  receivers: z.array(id).min(1),
  processors: z.array(id).min(1),
  exporters: z.array(id).min(1),
});

const shape = z.strictObject({
  receivers: z.strictObject({
    otlp: z.strictObject({ protocols: z.strictObject({ http: z.strictObject({ endpoint: address }) }) }),
    file_log: z.strictObject({
      include: z.array(z.string().startsWith('/var/log/pods/')).min(1),
      exclude: z.array(z.string().startsWith('/var/log/pods/')),
      start_at: z.literal('beginning'),
      storage: z.literal('file_storage'),
      include_file_path: z.literal(true),
      operators: z.array(z.strictObject({ type: z.literal('container') })),
    }),
  }),
  processors: z.strictObject({
    memory_limiter: z.strictObject({ check_interval: duration, limit_mib: size, spike_limit_mib: size }),
    batch: z.strictObject({ timeout: duration }),
    'filter/knative': z.strictObject({
      error_mode: z.literal('ignore'),
      metrics: z.strictObject({ metric: z.array(z.string()).min(1) }),
    }),
  }),
  exporters: z.record(z.string().regex(/^otlp_http\/[a-z]+$/), exporter),
  extensions: z.strictObject({
    health_check: z.strictObject({ endpoint: address }),
    file_storage: z.strictObject({ directory: z.string().startsWith('/') }),
  }),
  service: z.strictObject({
    extensions: z.array(id),
    pipelines: z.strictObject({ metrics: pipeline, traces: pipeline, logs: pipeline }),
  }),
});

/** What is wrong with the collector's configuration. `services` are `name.namespace:port` of what can be reached. */
export function judgeCollector(config: unknown, services: ReadonlySet<string>): Findings {
  const read = shape.safeParse(config);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => `collector.yaml, ${path.join('.')}: ${message}`);
  const { service, exporters, ...components } = read.data;
  const pipelines = Object.entries(service.pipelines);
  const unused = (kind: string, there: object, used: string[]) => [
    ...Object.keys(there)
      .filter((name) => !used.includes(name))
      .map((name) => `no pipeline uses the ${kind} ${name}`),
    ...used.filter((name) => !(name in there)).map((name) => `there is no ${kind} ${name}`),
  ];
  const usedBy = (kind: 'receivers' | 'processors' | 'exporters') =>
    pipelines.flatMap(([, one]) => one[kind]);
  return [
    ...unused('receiver', components.receivers, usedBy('receivers')),
    ...unused('processor', components.processors, usedBy('processors')),
    ...unused('exporter', exporters, usedBy('exporters')),
    ...unused('extension', components.extensions, service.extensions),
    ...pipelines
      .filter(([, { processors }]) => processors[0] !== 'memory_limiter' || processors.at(-1) !== 'batch')
      .map(([name]) => `${name} has to begin with memory_limiter and to end with batch`),
    ...Object.entries(exporters)
      .filter(([, { endpoint }]) => !services.has(new URL(endpoint).host))
      .map(([name, { endpoint }]) => `${name}: nothing listens at ${endpoint}`),
  ].map((finding) => `collector.yaml: ${finding}`);
}
