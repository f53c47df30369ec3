import { same } from '@zerodo/domain/same';
import type { Tx } from '@zerodo/store/sql';

/** What the log says and the table does not, or the other way round. */
export type Difference = { id: string; what: string };

export type Comparison = {
  table: string;
  /** Rows that the log and the table were asked about. */
  compared: number;
  /** Those that the log no longer tells of in words: their person was erased, or their project swept away. */
  gone: number;
  differences: Difference[];
};

/** Rebuilds one table from the log, without writing anything, and compares. */
export type Rebuild = (tx: Tx) => Promise<Comparison>;

/** As many rows as are in memory at a time. */
export const batch = 1_000;

export const beforeAll = '00000000-0000-0000-0000-000000000000';

export const idsOf = (tx: Tx, ids: readonly string[]) => tx.types.textArray([...ids]);

/** The fields in which the two are different, in their order; nothing where they say the same. */
export function differing(told: object, stored: object): string[] {
  const [one, other] = [told as Record<string, unknown>, stored as Record<string, unknown>];
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].filter((field) => !same(one[field] ?? null, other[field] ?? null)).sort();
}
