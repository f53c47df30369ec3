import type { ObservedSpan } from '@zerodo/domain/observed';

/** How far each step stands in: one further than the step that it came of. They come in the order of the tree. */
export function depthsOf(spans: readonly ObservedSpan[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { spanId, parentSpanId } of spans) {
    const above = parentSpanId === null ? undefined : depths.get(parentSpanId);
    depths.set(spanId, above === undefined ? 0 : above + 1);
  }
  return depths;
}
