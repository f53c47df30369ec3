// The events table read as a log: by log_position, which only the relay gives, and never by insert order.
import type { StoredEvent } from '@zerodo/store/events';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';

/** One log for now, as in store/log-positions. */
const shard = 0;

export const asLog = <T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction(sql, { worker: 'log' }, work);

/**
 * The last position there is. Numbering is serialised and commits whole batches, so whoever sees a
 * position sees every smaller one.
 */
export async function lastPosition(tx: Tx): Promise<number> {
  const [row] = await tx<{ numbered: number }[]>`select numbered from log_shards where shard = ${shard}`;
  return row!.numbered;
}

/** Events after a position, of all types, in log order. */
export const eventsAfter = (tx: Tx, position: number, limit: number) => tx<StoredEvent[]>`
  select * from events where log_position > ${position} order by log_position limit ${limit}
`;

/** Events of some types after one position and up to another, in log order. */
export const eventsBetween = (
  tx: Tx,
  { after, upTo, types, limit }: { after: number; upTo: number; types: readonly string[]; limit: number },
) => tx<StoredEvent[]>`
  select * from events
  where log_position > ${after} and log_position <= ${upTo} and type = any (${tx.types.textArray([...types])})
  order by log_position
  limit ${limit}
`;

/** Where the group has got to. A new group's place is written down at once, so that a crash does not move it. */
export async function cursorOf(tx: Tx, group: string, from: 'earliest' | 'latest'): Promise<number> {
  await tx`
    insert into log_cursors (consumer_group, position)
    select ${group}, case when ${from === 'latest'} then numbered else 0 end from log_shards where shard = ${shard}
    on conflict do nothing
  `;
  const [row] = await tx<{ position: number }[]>`
    select position from log_cursors where consumer_group = ${group}
  `;
  return row!.position;
}

export const saveCursor = (tx: Tx, group: string, position: number) => tx`
  update log_cursors set position = ${position}, updated_at = now() where consumer_group = ${group}
`;
