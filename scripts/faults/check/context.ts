import type { Sql } from '@zerodo/store/sql';
import type { Subscription } from '../../local/subscription.ts';
import type { Account, Finding } from '../people/account.ts';
import type { World } from '../world/world.ts';

/** What a check may look at: the account of the people, the tables as their owner, Kafka past its proxy, and what arrived outside. */
export type Context = {
  account: Account;
  owner: Sql;
  world: World;
  subscriptions: Subscription[];
  /** The last event of before the run, by its sequence. */
  since: number;
};

export type Check = (context: Context) => Promise<Finding[]>;

/** As many ids as a line names. */
const shown = 10;

/** A finding about these ids; none where there are none. */
export function about(kind: Finding['kind'], what: string, ids: readonly string[]): Finding[] {
  if (ids.length === 0) return [];
  const more = ids.length > shown ? ` and ${ids.length - shown} more` : '';
  return [{ kind, what: `${what}: ${ids.slice(0, shown).join(', ')}${more}`, count: ids.length }];
}
