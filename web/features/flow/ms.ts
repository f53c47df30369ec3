/** A duration as short as it can be read: 0.4 ms, 12 ms, 1.3 s. */
export const inMs = (ms: number): string =>
  ms < 9.95
    ? `${Math.round(ms * 10) / 10} ms`
    : ms < 999.5
      ? `${Math.round(ms)} ms`
      : `${Math.round(ms / 100) / 10} s`;
