import { ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { samplerOf } from './sampling.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

/** Whether a request is sampled that comes from elsewhere and says that its own trace is, or is not. */
function takes(sampler: ReturnType<typeof samplerOf>, said: TraceFlags): boolean {
  const parent = { traceId, spanId: '00f067aa0ba902b7', traceFlags: said, isRemote: true };
  const context = trace.setSpanContext(ROOT_CONTEXT, parent);
  const { decision } = sampler.shouldSample(context, traceId, 'GET', SpanKind.SERVER, {}, []);
  return decision === SamplingDecision.RECORD_AND_SAMPLED;
}

test('inside, a step is sampled when the one before it was', () => {
  const sampler = samplerOf('parentbased_always_off', 1, false);

  expect(takes(sampler, TraceFlags.SAMPLED)).toBe(true);
  expect(takes(samplerOf('parentbased_always_on', 1, false), TraceFlags.NONE)).toBe(false);
});

test('at the door nobody decides but us', () => {
  expect(takes(samplerOf('parentbased_always_off', 1, true), TraceFlags.SAMPLED)).toBe(false);
  expect(takes(samplerOf('parentbased_always_on', 1, true), TraceFlags.NONE)).toBe(true);
});

test('a share of traces is chosen by their ids, so that every process chooses the same ones', () => {
  expect(takes(samplerOf('traceidratio', 0, false), TraceFlags.SAMPLED)).toBe(false);
  expect(takes(samplerOf('parentbased_traceidratio', 1, true), TraceFlags.NONE)).toBe(true);
});
