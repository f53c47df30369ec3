import type { StoredEvent } from './events.ts';
import type { Tx } from './sql.ts';

/** One log for now; positions and cursors are per shard so that more may come. */
const shard = 0;

/** One relay at a time: whoever comes second waits here until the first one's transaction ends. */
const lockShard = (tx: Tx) => tx`select pg_advisory_xact_lock(7203115, ${shard})`;

/**
 * Gives the committed events that wait their places in the log, in the order they were written,
 * `limit` at most. Answers how many, and tells whoever tails the table.
 */
export async function numberWaiting(tx: Tx, limit: number): Promise<number> {
  await lockShard(tx);
  const [row] = await tx<{ given: number }[]>`
    with waiting as (
      select id, row_number() over (order by sequence) as place
      from (select id, sequence from events where log_position is null order by sequence limit ${limit}) w
    ), base as (
      update log_shards set numbered = numbered + (select count(*) from waiting)
      where shard = ${shard} and exists (select from waiting)
      returning numbered - (select count(*) from waiting) as start
    ), given as (
      update events e set log_position = base.start + waiting.place
      from waiting, base
      where e.id = waiting.id
      returning 1
    )
    select count(*) as given from given
  `;
  if (row!.given > 0) await tx`select pg_notify('zerodo_log', '')`;
  return row!.given;
}

/** The events after what Kafka has acknowledged, in log order; the caller holds the shard. */
export async function unpublished(tx: Tx, limit: number): Promise<StoredEvent[]> {
  await lockShard(tx);
  return tx<StoredEvent[]>`
    select * from events
    where log_position > (select published from log_shards where shard = ${shard})
    order by log_position
    limit ${limit}
  `;
}

export const markPublished = (tx: Tx, position: number) => tx`
  update log_shards set published = ${position} where shard = ${shard}
`;

export type Numbered = Pick<StoredEvent, 'type' | 'time' | 'traceparent'>;

/** The last `count` events that were given their places, newest first. */
export const lastNumbered = (tx: Tx, count: number) => tx<Numbered[]>`
  select type, time, traceparent from events
  where log_position is not null
  order by log_position desc
  limit ${count}
`;
