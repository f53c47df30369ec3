import { randomBytes } from 'node:crypto';
import {
  type Attributes,
  context,
  type Link,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { isOn } from './telemetry/switch.ts';

export { SpanKind };

const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** One step of a trace: what comes of it is told `traceparent`. With telemetry it is a span. */
export type Step = {
  traceparent: string;
  traceId: string;
  /** Does `work` so that whatever is begun meanwhile is a part of this step. */
  run<T>(work: () => T): T;
  /** Says more of it than was known when it began. Ids, names from closed sets and numbers: never what people wrote. */
  note(attributes: Attributes, name?: string): void;
  /** `failed` marks a fault of ours, not a refusal. */
  end(how?: { failed: boolean }): void;
};

export type StepOptions = {
  /** The traceparent that came with what is to be done. */
  parent?: string | null | undefined;
  kind?: SpanKind;
  attributes?: Attributes;
  /** Traceparents of what else led to it, where it joins many. */
  links?: readonly (string | null)[];
  startTime?: Date;
};

/** W3C trace context: a step of the trace that `parent` names, or the first step of a new one. */
export function beginStep(name: string, { parent, kind, attributes, links, startTime }: StepOptions): Step {
  if (!isOn()) return plainStep(parent);
  const known = spanContextOf(parent);
  const around = known ? trace.setSpanContext(ROOT_CONTEXT, known) : ROOT_CONTEXT;
  const span = trace
    .getTracer('zerodo')
    .startSpan(
      name,
      { kind, attributes, startTime, ...(links && { links: linksTo(links) }) } as never,
      around,
    );
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceId,
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    run: (work) => context.with(trace.setSpan(context.active(), span), work),
    note(more, renamed) {
      span.setAttributes(more);
      if (renamed) span.updateName(renamed);
    },
    end(how) {
      if (how?.failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Without telemetry the trace goes on all the same: logs and the flow page are told apart by it. */
function plainStep(parent: string | null | undefined): Step {
  const [, known, , flags = '01'] = form.exec(parent ?? '') ?? [];
  const traceId = known ?? randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
  return { traceId, traceparent, run: (work) => work(), note() {}, end() {} };
}

/** The trace that a `traceparent` names; null where it names none. */
export const traceIdOf = (traceparent?: string | null): string | null =>
  form.exec(traceparent ?? '')?.[1] ?? null;

/** The traceparent of the step that this is done in; null outside of any. */
export function activeTraceparent(): string | null {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? `00-${span.traceId}-${span.spanId}-0${span.traceFlags}` : null;
}

/** Names, for the step that this is done in, the traces that it joins. */
export function linkTraces(traceparents: readonly (string | null)[]): void {
  const span = isOn() && traceparents.length > 0 ? trace.getActiveSpan() : undefined;
  span?.addLinks(linksTo(traceparents));
}

function spanContextOf(traceparent: string | null | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = form.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

function linksTo(traceparents: readonly (string | null)[]): Link[] {
  return traceparents.flatMap((one) => {
    const linked = spanContextOf(one);
    return linked ? [{ context: linked }] : [];
  });
}
