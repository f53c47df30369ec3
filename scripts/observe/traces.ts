import type { ObservedSpan, ObservedTrace } from '@zerodo/domain/observed';
import type { Span } from './otlp.ts';

const mostTraces = 200;
const mostShown = 60;
const mostSpans = 300;

/** Wake-ups, and pages that look whether there is something new, say nothing to somebody who looks for a click. */
const ofNoInterest = new Set(['tick', 'GET /observed', 'GET /flow', 'read-observed', 'read-flow']);

/** The latest traces, whole as far as their spans have come. */
export class Traces {
  /** In the order in which something was last heard of them. */
  readonly #traces = new Map<string, Map<string, Span>>();

  take(spans: readonly Span[]): void {
    for (const span of spans) {
      const known = this.#traces.get(span.traceId) ?? new Map<string, Span>();
      if (known.size < mostSpans) known.set(span.spanId, span);
      this.#traces.delete(span.traceId);
      this.#traces.set(span.traceId, known);
    }
    for (const oldest of this.#traces.keys()) {
      if (this.#traces.size <= mostTraces) break;
      this.#traces.delete(oldest);
    }
  }

  /** Those that somebody may look for, the latest beginning first; the one that is looked at stays among them. */
  read(lookedAt?: string | null): ObservedTrace[] {
    const spans = this.#traces.get(lookedAt ?? '');
    if (spans) {
      this.#traces.delete(lookedAt!);
      this.#traces.set(lookedAt!, spans);
    }
    return [...this.#traces.values()]
      .flatMap((spans) => shown(spans) ?? [])
      .sort((one, other) => other.startedAt.localeCompare(one.startedAt))
      .filter(({ traceId }, place) => place < mostShown || traceId === lookedAt);
  }
}

function shown(byId: Map<string, Span>): ObservedTrace | undefined {
  const spans = [...byId.values()].sort((one, other) => one.start - other.start);
  const roots = spans.filter(({ parentSpanId }) => !byId.has(parentSpanId ?? ''));
  if (roots.every(({ name }) => ofNoInterest.has(name))) return undefined;
  const start = spans[0]!.start;
  const end = Math.max(...spans.map((span) => span.end));
  return {
    traceId: spans[0]!.traceId,
    name: roots[0]!.name,
    startedAt: new Date(start).toISOString(),
    ms: end - start,
    failed: spans.some(({ failed }) => failed),
    spans: inTreeOrder(roots, spans).map((span) => spanShown(span, byId, start)),
  };
}

/** Each span before those that came of it, and these in the order in which they began. */
function inTreeOrder(roots: readonly Span[], spans: readonly Span[]): Span[] {
  const children = Map.groupBy(spans, ({ parentSpanId }) => parentSpanId ?? '');
  return roots.flatMap((root) => [root, ...inTreeOrder(children.get(root.spanId) ?? [], spans)]);
}

const spanShown = (
  { spanId, parentSpanId, service, name, start, end, failed }: Span,
  byId: Map<string, Span>,
  began: number,
): ObservedSpan => ({
  spanId,
  parentSpanId: parentSpanId && byId.has(parentSpanId) ? parentSpanId : null,
  service,
  name,
  offsetMs: start - began,
  ms: end - start,
  failed,
});
