// How the database is, and what has become of messages lately: for operators.
import type { Breaker } from './circuit-breakers.ts';
import type { Tx } from './sql.ts';

export type DatabaseState = {
  version: string;
  connections: number;
  maxConnections: number;
  bytes: number;
  /** By a setting, or because it is a standby. */
  readOnly: boolean;
};

/** `connections` are those to this database, whoever has them. */
export async function databaseState(tx: Tx): Promise<DatabaseState> {
  const [row] = await tx<DatabaseState[]>`
    select current_setting('server_version') as version,
           (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
           current_setting('max_connections')::int as max_connections,
           pg_database_size(current_database()) as bytes,
           current_setting('transaction_read_only') = 'on' as read_only
  `;
  return row!;
}

/** What one function has made of its messages. */
export type Lately = { function: string; lastAt: Date | null; handled: number; failed: number };

/** Of every function that had a message since then; what was left out of a burst counts as handled. */
export const handledSince = (tx: Tx, since: Date) => tx<Lately[]>`
  select function, max(noted_at) filter (where outcome = 'done') as last_at,
         (count(*) filter (where outcome in ('done', 'refused')) + sum(omitted))::int as handled,
         (count(*) filter (where outcome in ('fault', 'unavailable', 'unreadable')))::int as failed
  from steps where noted_at > ${since} group by function
`;

/** By how many events each group of the events table is behind. With Kafka there are none that move. */
export async function cursorsBehind(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx<{ consumerGroup: string; behind: number }[]>`
    select consumer_group, greatest(0, numbered - position)::int as behind
    from log_cursors cross join (select numbered from log_shards where shard = 0) log
  `;
  return new Map(rows.map(({ consumerGroup, behind }) => [consumerGroup, behind]));
}

/** Those that are not closed, the longest open first. */
export const troubledBreakers = (tx: Tx, limit: number) => tx<Breaker[]>`
  select target, state, failures, opened_at, probe_at, last_error
  from circuit_breakers where state <> 'closed' order by opened_at nulls last limit ${limit}
`;
