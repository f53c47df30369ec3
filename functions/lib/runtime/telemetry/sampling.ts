import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { Config } from '../config.ts';

/**
 * The sampler that OTEL_TRACES_SAMPLER names. At the door nobody is believed who says that his request is to be
 * sampled: there a parent has no say, and the decision, which depends on the trace's id alone, is ours.
 */
export function samplerOf(name: Config['OTEL_TRACES_SAMPLER'], share: number, door: boolean): Sampler {
  const [, parent, root] = /^(parentbased_)?(.+)$/.exec(name)!;
  const own = roots[root as keyof typeof roots](share);
  return parent && !door ? new ParentBasedSampler({ root: own }) : own;
}

const roots = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (share: number) => new TraceIdRatioBasedSampler(share),
};
