// What waits, in numbers: for those who watch.
import type { Tx } from './sql.ts';

export type Backlog = {
  /** Committed events that are not in the log, or not in Kafka, yet. */
  depth: number;
  /** Of the oldest of them, in seconds; 0 where none waits. */
  oldestAge: number;
};

/** Nobody counts further than this: it is too many by then. */
const most = 100_000;

/** Counts the outbox; with Kafka, what has a place already but is not published is a part of it. */
export async function backlog(tx: Tx, now: Date, { kafka }: { kafka: boolean }): Promise<Backlog> {
  const [row] = await tx<{ depth: number; oldest: Date | null }[]>`
    select count(*) as depth, min(time) as oldest
    from (
      (select time from events where log_position is null limit ${most})
      union all
      (select time from events
       where ${kafka} and log_position > (select published from log_shards where shard = 0) limit ${most})
    ) waiting
  `;
  const { depth, oldest } = row!;
  return { depth, oldestAge: oldest ? Math.max(0, now.getTime() - oldest.getTime()) / 1000 : 0 };
}

/** How many targets of each kind are left alone now, by the word that their names begin with. */
export async function openBreakers(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx<{ kind: string; open: number }[]>`
    select split_part(target, ':', 1) as kind, count(*) as open
    from circuit_breakers where state <> 'closed' group by 1
  `;
  return new Map(rows.map(({ kind, open }) => [kind, open]));
}
