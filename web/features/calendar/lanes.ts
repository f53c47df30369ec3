export type Span = { id: string; from: number; to: number };
export type Placed = Span & {
  /** From the left, of so many beside each other. */
  lane: number;
  of: number;
};

/** Puts spans that overlap beside each other: each in the first lane that is free. */
export function lanes(spans: readonly Span[]): Placed[] {
  const sorted = spans.toSorted((one, other) => one.from - other.from || other.to - one.to);
  const placed: Placed[] = [];
  let cluster: Placed[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const span of cluster) span.of = ends.length;
    placed.push(...cluster);
    cluster = [];
    ends = [];
  };
  for (const span of sorted) {
    if (ends.every((end) => end <= span.from)) close();
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.to;
    cluster.push({ ...span, lane, of: 1 });
  }
  close();
  return placed;
}
