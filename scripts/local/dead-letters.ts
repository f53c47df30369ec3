import type { Sql } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type { Reason } from './delivery.ts';
import type { Message } from './send.ts';

export type DeadLetter = {
  id: string;
  /** The Trigger or KafkaSource that gave it up, as `Trigger/<name>`. */
  subscription: string;
  reason: Reason;
  attributes: Record<string, string>;
  failedAt: Date;
  replayedAt: Date | null;
};

const who = { worker: 'dead-letters' };

/** Keeps an event that could not be delivered, with the reason, for `npm run replay`. */
export const keepDeadLetter = (
  sql: Sql,
  subscription: string,
  { attributes, data }: Message,
  reason: Reason,
): Promise<void> =>
  transaction(sql, who, async (tx) => {
    await tx`
      insert into dead_letters (subscription, reason, attributes, data)
      values (${subscription}, ${tx.json(reason)}, ${tx.json(attributes)}, ${tx.json(JSON.parse(data))})
    `;
  });

/** Oldest first; those that were sent again already only when `all`. */
export const listDeadLetters = (sql: Sql, { all }: { all: boolean }): Promise<DeadLetter[]> =>
  transaction(sql, who, async (tx) => [
    ...(await tx<DeadLetter[]>`
      select id, subscription, reason, attributes, failed_at, replayed_at from dead_letters
      where ${all} or replayed_at is null
      order by failed_at, id
    `),
  ]);

export const readDeadLetter = (sql: Sql, id: string): Promise<(DeadLetter & { data: string }) | undefined> =>
  transaction(sql, who, async (tx) => {
    const [row] = await tx<(DeadLetter & { data: string })[]>`
      select id, subscription, reason, attributes, data::text as data, failed_at, replayed_at
      from dead_letters where id::text = ${id}
    `;
    return row;
  });

export const markReplayed = (sql: Sql, id: string): Promise<void> =>
  transaction(sql, who, async (tx) => {
    await tx`update dead_letters set replayed_at = now() where id = ${id}`;
  });
