import { setTimeout as sleep } from 'node:timers/promises';

/** Waits `ms` milliseconds, or until `stopping`. */
export const pause = (ms: number, stopping: AbortSignal): Promise<void> =>
  sleep(Math.max(ms, 0), undefined, { signal: stopping }).catch(() => {});
