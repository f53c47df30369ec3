import { type BreakerState, pauseAfter } from '@zerodo/domain/circuit-breaker';
import type { Tx } from './sql.ts';

export type Breaker = {
  target: string;
  state: BreakerState;
  failures: number;
  openedAt: Date | null;
  probeAt: Date | null;
  lastError: string | null;
};

/** A target that never failed has no row. */
export async function readBreaker(tx: Tx, target: string): Promise<Breaker | undefined> {
  const [row] = await breakersOf(tx, [target]);
  return row;
}

export const breakersOf = (tx: Tx, targets: readonly string[]) => tx<Breaker[]>`
  select target, state, failures, opened_at, probe_at, last_error
  from circuit_breakers
  where target = any(${tx.types.textArray([...targets])}::text[])
`;

/** True for the one caller that may try whether the target is back; the next one's time is `nextProbe`. */
export async function takeProbe(tx: Tx, target: string, now: Date, nextProbe: Date): Promise<boolean> {
  const { count } = await tx`
    update circuit_breakers set state = 'half-open', probe_at = ${nextProbe}
    where target = ${target} and state <> 'closed' and probe_at <= ${now}
  `;
  return count > 0;
}

/** One more failure in a row; the last that is borne opens the breaker, and so does a probe's. */
export async function noteFailure(tx: Tx, target: string, reason: string, now: Date): Promise<void> {
  const [row] = await tx<{ failures: number }[]>`
    insert into circuit_breakers (target, state, failures, last_error)
    values (${target}, 'closed', 1, ${reason})
    on conflict (target) do update set
      failures = circuit_breakers.failures + 1, last_error = excluded.last_error
    returning failures
  `;
  const pause = pauseAfter(row!.failures);
  if (pause === null) return;
  await tx`
    update circuit_breakers
    set state = 'open', opened_at = coalesce(opened_at, ${now}), probe_at = ${new Date(now.getTime() + pause)}
    where target = ${target}
  `;
}

/** It works: what was counted is forgotten. Writes nothing where nothing was. */
export const noteSuccess = (tx: Tx, target: string) => tx`
  update circuit_breakers set state = 'closed', failures = 0, opened_at = null, probe_at = null, last_error = null
  where target = ${target} and (failures > 0 or state <> 'closed')
`;
