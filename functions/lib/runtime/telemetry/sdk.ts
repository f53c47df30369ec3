// The SDK: a bundle of its own, which is read only where an endpoint is set. What is compiled into every function is the API.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  type TracerProvider as ApiTracerProvider,
  context,
  createNoopMeter,
  DiagLogLevel,
  diag,
  metrics,
  ProxyTracerProvider,
  propagation,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Config } from '../config.ts';
import { samplerOf } from './sampling.ts';
import { zeroFirst } from './zero-first.ts';

export type SdkOptions = {
  name: string;
  config: Config;
  /** It takes requests from outside. */
  door: boolean;
  /** Told, now and then, why nothing could be sent. */
  warn: (reason: string) => void;
};

/** What waits at the most to be sent; a collector that is away must not cost a process its memory. */
const mostSpans = 8_192;
const warnEveryMs = 60_000;

/**
 * Begins to send spans and metrics.
 *
 * @returns what sends whatever still waits, and ends it
 */
export function startSdk({ name, config, door, warn }: SdkOptions): () => Promise<void> {
  sayNowAndThen(warn);
  const resource = resourceFromAttributes({
    'service.namespace': 'zerodo',
    'service.name': name,
    'service.instance.id': randomUUID(),
    'host.name': hostname(),
  }).merge(detectResources({ detectors: [envDetector] }));
  const base = config.OTEL_EXPORTER_OTLP_ENDPOINT!.replace(/\/$/, '');

  const tracers = new TracerProvider({
    resource,
    sampler: samplerOf(config.OTEL_TRACES_SAMPLER, config.OTEL_TRACES_SAMPLER_ARG, door),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${base}/v1/traces` }),
        scheduledDelayMillis: config.OTEL_BSP_SCHEDULE_DELAY,
        maxQueueSize: mostSpans,
      }),
    ],
  });
  const meters = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: zeroFirst(new OTLPMetricExporter({ url: `${base}/v1/metrics` })),
        exportIntervalMillis: config.OTEL_METRIC_EXPORT_INTERVAL,
      }),
    ],
  });
  trace.setGlobalTracerProvider(oursAlone(tracers));
  metrics.setGlobalMeterProvider({
    getMeter: (name, ...more) => (isOurs(name) ? meters.getMeter(name, ...more) : createNoopMeter()),
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  // Not for us, who pass traceparents on ourselves: for handlers that call others with instrumented clients.
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());

  return async () => {
    await Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
  };
}

const isOurs = (name: string): boolean => name.startsWith('zerodo');

/**
 * Libraries use the API as well, and write into their spans what we would not: addresses with what people look for, statements
 * with what they wrote. A tracer is heard whose name begins with `zerodo`.
 */
function oursAlone(tracers: ApiTracerProvider): ApiTracerProvider {
  const nobody = new ProxyTracerProvider();
  return {
    getTracer: (name, ...more) => (isOurs(name) ? tracers : nobody).getTracer(name, ...more),
  };
}

/** A collector that is away is no reason for a line each second. */
function sayNowAndThen(warn: (reason: string) => void): void {
  let saidAt = -Infinity;
  const say = (reason: string) => {
    if (performance.now() - saidAt < warnEveryMs) return;
    saidAt = performance.now();
    warn(reason);
  };
  const quiet = () => {};
  diag.setLogger(
    { error: say, warn: say, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}
