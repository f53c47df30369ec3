import * as z from 'zod';

/** When a target that keeps failing is left alone, for how long, and how long one probe may take. */
export const breakerRules = {
  failuresToOpen: 5,
  /** Doubled by every probe that fails, up to the longest. */
  pauseMs: 30_000,
  longestPauseMs: 15 * 60_000,
  /** A probe that has not come back by then is taken for lost, and another may go. */
  probeMs: 60_000,
} as const;

export const breakerState = z.enum(['closed', 'open', 'half-open']);
export type BreakerState = z.infer<typeof breakerState>;

/** How long a target is left alone after so many failures in a row; null while it is not. */
export function pauseAfter(failures: number): number | null {
  const { failuresToOpen, pauseMs, longestPauseMs } = breakerRules;
  if (failures < failuresToOpen) return null;
  return Math.min(pauseMs * 2 ** Math.min(failures - failuresToOpen, 20), longestPauseMs);
}
