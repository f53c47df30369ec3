import { randomBytes } from 'node:crypto';

const form = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;

/** W3C trace context: this step of the trace that `traceparent` names, or the first step of a new one. */
export function nextStep(traceparent?: string | null): { traceparent: string; traceId: string } {
  const [, known, flags = '01'] = form.exec(traceparent ?? '') ?? [];
  const traceId = known ?? randomBytes(16).toString('hex');
  return { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`, traceId };
}

/** The trace that a `traceparent` names; null where it names none. */
export const traceIdOf = (traceparent?: string | null): string | null =>
  form.exec(traceparent ?? '')?.[1] ?? null;
