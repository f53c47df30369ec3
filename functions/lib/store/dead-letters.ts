import { fromCursor, toCursor } from './cursor.ts';
import type { Tx } from './sql.ts';

/** Why an event was given up: what Knative writes into `knativeerror*`, and the receiver's own `kne-*` words. */
export type Reason = {
  knativeerrordest: string;
  knativeerrorcode?: string;
  knativeerrordata?: string;
} & Record<string, string>;

/** A CloudEvent as a log has it: attributes are strings, data is JSON text. */
export type Message = { attributes: Record<string, string>; data: string };

export type DeadLetter = {
  id: string;
  /** What gave it up: `Trigger/<name>` or `KafkaSource/<name>`, on a cluster `Service/<name>` of whom it was for. */
  subscription: string;
  reason: Reason;
  attributes: Record<string, string>;
  failedAt: Date;
  replayedAt: Date | null;
};

/** Keeps an event that could not be delivered, with the reason. */
export async function keepDeadLetter(
  tx: Tx,
  subscription: string,
  { attributes, data }: Message,
  reason: Reason,
): Promise<void> {
  await tx`
    insert into dead_letters (subscription, reason, attributes, data)
    values (${subscription}, ${tx.json(storable(reason))}, ${tx.json(storable(attributes))}, ${tx.json(storable(asJson(data)))})
  `;
}

/** The same, where the log may bring it twice: one that still waits for the same receiver is not kept again. */
export async function keepDeadLetterOnce(
  tx: Tx,
  subscription: string,
  message: Message,
  reason: Reason,
): Promise<boolean> {
  const { id = '', source = '' } = message.attributes;
  await tx`select pg_advisory_xact_lock(hashtextextended(${`${subscription} ${source} ${id}`}, 7203117))`;
  const [before] = await tx`
    select from dead_letters
    where subscription = ${subscription} and attributes ->> 'id' = ${id} and attributes ->> 'source' = ${source}
      and replayed_at is null
  `;
  if (!before) await keepDeadLetter(tx, subscription, message, reason);
  return before === undefined;
}

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

const oldestFirst = { list: 'dead-letters', type: 'timestamptz' } as const;

/**
 * `limit` of them after a cursor, oldest first, and the cursor to go on with; those that were sent again already only when `all`.
 *
 * @throws Rejected `invalid-request` for a cursor that this list never gave
 */
export async function listDeadLetters(
  tx: Tx,
  { all, limit, cursor }: { all: boolean; limit: number; cursor?: string | undefined },
): Promise<{ letters: DeadLetter[]; nextCursor: string | null }> {
  const after = fromCursor(oldestFirst, cursor);
  const rows = await tx<(DeadLetter & { place: string })[]>`
    select id, subscription, reason, attributes, failed_at, replayed_at,
           to_char(failed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from dead_letters
    where (${all} or replayed_at is null)
      ${after ? tx`and (failed_at, id) > (${String(after[0])}::text::timestamptz, ${after[1]}::uuid)` : tx``}
    order by failed_at, id
    limit ${limit + 1}
  `;
  const letters = rows.slice(0, limit);
  const last = letters.at(-1);
  const nextCursor = rows.length > limit && last ? toCursor(oldestFirst, last.place, last.id) : null;
  return { letters, nextCursor };
}

/** The ids of those that wait: first what nobody has sent again, then what was tried longest ago. */
export async function leastTried(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select d.id from dead_letters d
    left join (select subject, max(at) as at from operator_actions group by subject) tried on tried.subject = d.id::text
    where d.replayed_at is null
    order by tried.at nulls first, d.failed_at, d.id
    limit ${limit}
  `;
  return rows.map(({ id }) => id);
}

export async function countDeadLetters(tx: Tx): Promise<number> {
  const [row] = await tx<{ waiting: number }[]>`
    select count(*) as waiting from dead_letters where replayed_at is null
  `;
  return row!.waiting;
}

/** With its data as the record had it. */
export async function readDeadLetter(
  tx: Tx,
  id: string,
): Promise<(DeadLetter & { data: string }) | undefined> {
  const [row] = await tx<(DeadLetter & { data: string })[]>`
    select id, subscription, reason, attributes, failed_at, replayed_at,
           case jsonb_typeof(data) when 'string' then data #>> '{}' else data::text end as data
    from dead_letters where id::text = ${id}
  `;
  return row;
}

export const markReplayed = (tx: Tx, id: string) => tx`
  update dead_letters set replayed_at = now() where id = ${id}
`;

/** The function that it was for: triggers and sources are called after theirs. */
export const functionOf = ({ subscription }: Pick<DeadLetter, 'subscription'>): string =>
  subscription.slice(subscription.indexOf('/') + 1);

/** Longer answers of strangers are cut. */
const mostWords = 300;

/** The status that the receiver answered with, if it did, and what it said, in words. */
export function explained(reason: Reason): { status: number | null; words: string } {
  const { knativeerrorcode, knativeerrordata, knativeerrordest: _, ...said } = reason;
  const words =
    Object.values(said).join(' ') ||
    (knativeerrordata ? Buffer.from(knativeerrordata, 'base64').toString() : '');
  return { status: Number(knativeerrorcode) || null, words: words.slice(0, mostWords) };
}
