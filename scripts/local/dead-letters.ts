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
      values (${subscription}, ${tx.json(storable(reason))}, ${tx.json(storable(attributes))}, ${tx.json(storable(asJson(data)))})
    `;
  });

/** Whatever a record held is kept: what is no JSON as a string of its text, and so is a string, to be told apart. */
function asJson(data: string): unknown {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'string' ? data : value;
  } catch {
    return data;
  }
}

/** Without U+0000 and halves of surrogate pairs, which `jsonb` refuses: the replacement character stands for them. */
const storable = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f]..)/g, (found) =>
      found === '\\\\' ? found : '\\ufffd',
    ),
  );

/** Oldest first; those that were sent again already only when `all`. */
export const listDeadLetters = (sql: Sql, { all }: { all: boolean }): Promise<DeadLetter[]> =>
  transaction(sql, who, async (tx) => [
    ...(await tx<DeadLetter[]>`
      select id, subscription, reason, attributes, failed_at, replayed_at from dead_letters
      where ${all} or replayed_at is null
      order by failed_at, id
    `),
  ]);

/** With its data as the record had it. */
export const readDeadLetter = (sql: Sql, id: string): Promise<(DeadLetter & { data: string }) | undefined> =>
  transaction(sql, who, async (tx) => {
    const [row] = await tx<(DeadLetter & { data: string })[]>`
      select id, subscription, reason, attributes, failed_at, replayed_at,
             case jsonb_typeof(data) when 'string' then data #>> '{}' else data::text end as data
      from dead_letters where id::text = ${id}
    `;
    return row;
  });

export const markReplayed = (sql: Sql, id: string): Promise<void> =>
  transaction(sql, who, async (tx) => {
    await tx`update dead_letters set replayed_at = now() where id = ${id}`;
  });
