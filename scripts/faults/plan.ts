import { randomFrom } from './random.ts';

/** One fault of a run: what, and what it decides by, such as which of the processes it meets. */
export type PlannedFault<K extends string = string> = { kind: K; dice: number };

/**
 * What happens in a run, in order, the same for the same seed: each kind before any comes again, so that a run with as many faults as
 * there are kinds has them all.
 */
export function planOf<K extends string>(
  kinds: readonly K[],
  count: number,
  seed: string,
): PlannedFault<K>[] {
  const random = randomFrom(`${seed} faults`);
  const plan: PlannedFault<K>[] = [];
  while (plan.length < count) {
    for (const kind of random.shuffled(kinds)) plan.push({ kind, dice: random.next() });
  }
  return plan.slice(0, count);
}
