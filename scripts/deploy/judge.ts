/** What was counted within a span. */
export type Counts = { total: number; bad: number };

/** A month's budget that is gone in two days: what wakes somebody at night in the burn rates of alerts. */
const burn = 14.4;

/**
 * What may be bad of so many before it says that something became worse: as much as burns the budget too fast, or twice the part that is
 * bad anyway, and one besides, since one of few says nothing.
 */
export const allowance = (total: number, before: Counts, budget: number): number =>
  1 + total * Math.max(burn * budget, before.total > 0 ? (2 * before.bad) / before.total : 0);

/** A sentence when what was counted is worse than promised and than before. */
export function worse(name: string, now: Counts, before: Counts, budget: number): string | undefined {
  if (now.total === 0 || now.bad <= allowance(now.total, before, budget)) return undefined;
  return `${name}: ${part(now)} are not, and ${part(before)} before`;
}

const part = ({ total, bad }: Counts): string => `${Math.round(bad)} of ${Math.round(total)}`;
