import { breakerRules } from '@zerodo/domain/circuit-breaker';
import { noteFailure, noteSuccess, readBreaker, takeProbe } from '@zerodo/store/circuit-breakers';
import type { Tx } from '@zerodo/store/sql';
import { Unavailable } from '@zerodo/store/unavailable';
import type { Attempt } from './delivery.ts';

/**
 * Lets a call to `target` pass while its breaker is closed, and one probe at a time once its pause
 * is over. What is known of a target is in Postgres, because the processes that learn it go to zero.
 *
 * @returns null, or when the next probe may go
 */
export async function admit(tx: Tx, target: string, now: Date): Promise<Date | null> {
  const breaker = await readBreaker(tx, target);
  if (!breaker || breaker.state === 'closed') return null;
  const nextProbe = new Date(now.getTime() + breakerRules.probeMs);
  if (await takeProbe(tx, target, now, nextProbe)) return null;
  // Somebody else took the probe in this moment: its time is the next one's.
  return breaker.probeAt && breaker.probeAt > now ? breaker.probeAt : nextProbe;
}

/** What whoever can wait is told, with the seconds until the next probe. */
export const leftAlone = (until: Date, now: Date): Unavailable =>
  new Unavailable('The target keeps failing: it is left alone for a while.', {
    retryAfter: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)),
  });

/** Whoever answers, if only to refuse for good, is there; passing trouble counts until the breaker opens. */
export async function report(tx: Tx, target: string, attempt: Attempt, now: Date): Promise<void> {
  if (attempt.outcome === 'again') await noteFailure(tx, target, attempt.reason, now);
  else await noteSuccess(tx, target);
}
