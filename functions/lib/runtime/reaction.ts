import { catalogue, type EventData, type EventType } from '@zerodo/domain/events';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { recordAll } from '@zerodo/store/events';
import { claimed } from '@zerodo/store/inbox';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type { Incoming } from './cloudevent.ts';
import { parsed } from './command.ts';
import type { Config } from './config.ts';
import { Unreadable } from './unreadable.ts';

export type ReactionContext = { tx: Tx; now: () => Date; newId: () => string; config: Config };

export type Reaction<T extends EventType = EventType> = {
  kind: 'reaction';
  name: string;
  accepts: readonly T[];
  /** As the person that the event is about, or as a worker, which sees everybody's rows. */
  as: 'user' | 'worker';
  /** False where keys of its own make the effect single: then an event that changes nothing writes nothing. */
  claims?: boolean;
  handle(
    event: Incoming<EventData<T>> & { type: T },
    context: ReactionContext,
  ): Promise<{ events: OutgoingEvent[] }>;
};

/**
 * Something that happens because something happened. An event has no authority: read the rows that
 * it names and do what they justify, so that an event seen twice, late or forged does no harm.
 */
export const defineReaction = <T extends EventType>(reaction: Omit<Reaction<T>, 'kind'>): Reaction<T> => ({
  kind: 'reaction',
  ...reaction,
});

export type ReactionCall = {
  app: () => Sql;
  worker: () => Sql;
  now: () => Date;
  newId: () => string;
  config: Config;
  traceparent: string | null;
};

/**
 * Handles an event once: what it changes, what it announces and the claim on it commit together. `seen` is how often it
 * had come by then; null where nothing is claimed.
 */
export async function runReaction(
  { name, as, claims = true, handle }: Reaction,
  incoming: Incoming,
  { app, worker, traceparent, ...caller }: ReactionCall,
): Promise<{ events: OutgoingEvent[]; seen: number | null }> {
  const type = incoming.type as EventType;
  const data = parsed(catalogue[type].data, incoming.data) as EventData<EventType>;
  const userId = as === 'user' ? personOf(incoming) : null;
  const who = userId ? { user: userId } : { worker: name };
  return transaction(userId ? app() : worker(), who, async (tx) => {
    let seen: number | null = null;
    if (claims) {
      const claim = { function: name, source: incoming.source, eventId: incoming.id, userId };
      ({ seen } = await claimed(tx, claim, { type, data: incoming.data }));
      if (seen > 1) return { events: [], seen };
    }
    const { events } = await handle({ ...incoming, type, data } as never, { tx, ...caller });
    await recordAll(tx, events, { function: name, causeId: incoming.id, traceparent });
    return { events, seen };
  });
}

function personOf({ userid }: Incoming): string {
  if (userid && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(userid)) return userid;
  throw new Unreadable('not-a-cloudevent', 'The event does not say whom it is about (extension userid).');
}
