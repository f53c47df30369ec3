import type { EventType } from './events.ts';
import type { Filter } from './filter.ts';
import { inboxId } from './ids.ts';
import type { Change, OutgoingEvent } from './outgoing.ts';

type FilterEventType = Extract<EventType, `dev.zerodo.filter.${string}`>;

/** Announces a filter as it is now, or as it was when it went. It is its owner's alone, as the inbox is. */
export const filterEvent = (
  what: 'created' | 'updated' | 'deleted',
  filter: Filter,
  { actor, now, eventId, changed }: Change & { changed: string[] },
): OutgoingEvent<FilterEventType> => ({
  id: eventId,
  type: `dev.zerodo.filter.${what}.v1`,
  subject: filter.id,
  time: now,
  userId: actor,
  projectId: inboxId(actor),
  recurring: false,
  data: { filter, changed, actor },
});
