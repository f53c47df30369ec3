import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageName } from '@zerodo/domain/web-vitals';
import { readConfig } from '../config.ts';
import { beginStep, SpanKind } from '../trace.ts';
import { noteStart } from './open.ts';
import { type AttributesOf, observe } from './record.ts';
import { startSdk } from './sdk.ts';
import { switchOn } from './switch.ts';

/** Whoever stops the web waits for five seconds and then kills it. */
const longestFlushMs = 2_000;

type Labels = AttributesOf<'web.request.duration'>;

/**
 * Measures the web application from outside of it, before it begins: loaded into its process by `node --require`, it hears of
 * every request from Node itself. What a page reads on its way to the browser belongs to the step that it is made in.
 */
export function measureWeb(): void {
  const telemetry = Object.entries(process.env).filter(([name]) => name.startsWith('OTEL_'));
  const config = readConfig(Object.fromEntries(telemetry));
  if (!config.OTEL_EXPORTER_OTLP_ENDPOINT) return;
  const warn = (reason: string) => console.error(JSON.stringify({ reason, msg: 'telemetry is not sent' }));
  const flush = startSdk({ name: 'web', config, door: true, warn });
  switchOn();
  noteStart();
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    follow(request, response);
  });
  holdExit(flush);
}

/** Next ends the process once it has answered what it was answering, and asks nobody else whether they are done. */
function holdExit(flush: () => Promise<void>): void {
  const exit = process.exit.bind(process);
  process.exit = ((code?: number) => {
    process.exit = exit;
    const late = new Promise<void>((resolve) => setTimeout(resolve, longestFlushMs));
    void Promise.race([flush(), late]).then(() => exit(code));
  }) as typeof process.exit;
}

function follow(request: IncomingMessage, response: ServerResponse): void {
  const route = routeOf(request.url ?? '/');
  if (!route) return;
  const begun = performance.now();
  const step = beginStep(request.method === 'POST' ? `POST ${route}` : `GET ${route}`, {
    parent: request.headers.traceparent as string | undefined,
    kind: SpanKind.SERVER,
    attributes: { 'http.route': route },
  });
  request.headers.traceparent = step.traceparent;
  response.once('close', () => {
    const { statusCode: status } = response;
    observe('web.request.duration', (performance.now() - begun) / 1000, {
      'http.route': route,
      'http.response.status_class': `${Math.floor(status / 100)}xx` as Labels['http.response.status_class'],
    });
    step.note({ 'http.response.status_code': status });
    step.end({ failed: status >= 500 });
  });
}

/** The page or the interface that an address names; undefined for files and for questions after our health. */
export function routeOf(url: string): Labels['http.route'] | undefined {
  const path = url.split('?', 1)[0]!;
  if (path.startsWith('/api/auth/')) return 'api/auth';
  if (path.startsWith('/api/tokens')) return 'api/tokens';
  if (/^\/(_next|healthz)(\/|$)/.test(path) || /\.[a-z0-9]+$/i.test(path)) return undefined;
  return pageName(path);
}
