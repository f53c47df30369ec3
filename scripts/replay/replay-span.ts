import { topicsOf } from '@zerodo/domain/events';
import { recordOf } from '@zerodo/log/cloudevent';
import type { AsWorker } from '@zerodo/runtime/query';
import type { Message } from '@zerodo/store/dead-letters';
import type { StoredEvent } from '@zerodo/store/events';
import type { Tx } from '@zerodo/store/sql';
import type { Hearing } from './consumers.ts';
import type { Span } from './span.ts';

const batch = 200;

const passing = (tx: Tx, { from, to }: Span, after: number) => tx<StoredEvent[]>`
  select * from events
  where time >= ${from} and time < ${to} and log_position > ${after}
  order by log_position limit ${batch}
`;

export type Replayed = { sent: number; refused: { eventId: string; reason: string }[] };

/**
 * Sends a consumer once more what it heard in a span, in the order of the log and one after the other, each under the id that it had:
 * whoever handled it does nothing. It is read from the table of events, which holds what Kafka has long forgotten.
 */
export async function replaySpan(
  span: Span,
  hearings: readonly Hearing[],
  {
    transaction,
    post,
  }: {
    transaction: AsWorker;
    /** Answers null when it was taken, else the reason. */
    post: (message: Message) => Promise<string | null>;
  },
): Promise<Replayed> {
  const replayed: Replayed = { sent: 0, refused: [] };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after;
    const events: StoredEvent[] = await transaction(async (tx) => [...(await passing(tx, span, from))]);
    for (const event of events) {
      for (const message of heard(event, hearings)) {
        const reason = await post(message);
        replayed.sent++;
        if (reason !== null) replayed.refused.push({ eventId: event.id, reason });
      }
    }
    after = events.length === batch ? events.at(-1)!.logPosition : undefined;
  }
  return replayed;
}

/** The records of an event that a consumer hears, as its log had them. */
const heard = (event: StoredEvent, hearings: readonly Hearing[]): Message[] =>
  hearings
    .filter(({ topic }) => topicsOf(event.type).includes(topic))
    .map(({ topic, wants }) => ({ wants, record: recordOf(event, topic) }))
    .filter(({ wants, record }) => wants(record.attributes))
    .map(({ record: { attributes, data } }) => ({ attributes, data }));
