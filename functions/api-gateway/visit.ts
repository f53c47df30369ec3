import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '@zerodo/api/route';
import type { EdgeContext } from '@zerodo/runtime/edge';
import { type AttributesOf, observe } from '@zerodo/runtime/telemetry/record';
import { beginStep, SpanKind } from '@zerodo/runtime/trace';
import { methodOf } from './match.ts';

type Labels = AttributesOf<'api.request.duration'>;

export type Visit = { traceparent: string; foundRoute(route: Route): void };

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Follows a request until its answer is out: a span, a measurement and, of some, a line, by method, route and status. An address is never
 * noted: it may hold what somebody looked for, or a token.
 */
export function beginVisit(
  request: IncomingMessage,
  response: ServerResponse,
  { config, log }: EdgeContext,
): Visit {
  const begun = performance.now();
  const asked = methodOf(request);
  const method = (methods.has(asked) ? asked : '_OTHER') as Labels['http.request.method'];
  const step = beginStep(method, {
    parent: request.headers.traceparent as string | undefined,
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': method },
  });
  let route = '_OTHER';
  response.once('close', () => {
    const { statusCode: status } = response;
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const line = { method, route, status, ms, traceId: step.traceId };
    if (status >= 500) log.warn(line, 'answered');
    else if (Math.random() < config.ZERODO_ACCESS_LOG_SHARE) log.info(line, 'answered');
    else log.debug(line, 'answered');
    observe('api.request.duration', ms / 1000, {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_class': `${Math.floor(status / 100)}xx` as Labels['http.response.status_class'],
    });
    step.note({ 'http.response.status_code': status });
    step.end({ failed: status >= 500 });
  });
  return {
    traceparent: step.traceparent,
    foundRoute({ path }) {
      route = path;
      step.note({ 'http.route': path }, `${method} ${path}`);
    },
  };
}
