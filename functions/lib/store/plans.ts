// How Postgres plans what a transaction asks.

import type { Tx } from './sql.ts';

/**
 * For lists, until the transaction ends: no table is read from one end to the other, however few rows it has, and a plan once made is
 * kept, since planning a list takes longer than reading it.
 */
export const planLists = (tx: Tx): void =>
  send(tx`
    select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)
  `);

/** Asks what depends on the very word or label: which index is best for it is found out anew. */
export async function plannedAnew<T>(tx: Tx, query: PromiseLike<T>): Promise<T> {
  send(tx`select set_config('plan_cache_mode', 'force_custom_plan', true)`);
  const found = await query;
  send(tx`select set_config('plan_cache_mode', 'force_generic_plan', true)`);
  return found;
}

/** Not awaited: it travels with the next query, on the same connection, which fails as it does. */
function send(hint: { execute(): PromiseLike<unknown> & { catch(ignore: () => void): unknown } }): void {
  hint.execute().catch(() => {});
}
