import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Tx } from './sql.ts';

/** A fact as the table keeps it and as it is published, today or again after a crash. */
export type StoredEvent = {
  id: string;
  logPosition: number;
  type: string;
  source: string;
  subject: string;
  time: Date;
  userId: string;
  projectId: string;
  recurring: boolean;
  shared: boolean;
  traceparent: string | null;
  causeId: string;
  data: unknown;
};

/** Where an event comes from: the function, the message that caused it, the trace it belongs to. */
export type Origin = { function: string; causeId: string; traceparent: string | null };

/** Written in the caller's transaction; the outbox-relay function gives it its place in the log. */
export async function record(tx: Tx, event: OutgoingEvent, origin: Origin): Promise<void> {
  await tx`
    insert into events
      (id, type, source, subject, time, user_id, project_id, recurring, shared, traceparent, cause_id, data)
    values
      (${event.id}, ${event.type}, ${`/zerodo/${origin.function}`}, ${event.subject}, ${event.time},
       ${event.userId}, ${event.projectId}, ${event.recurring},
       (select count(*) > 1 from project_members where project_id = ${event.projectId}),
       ${origin.traceparent}, ${origin.causeId}, ${tx.json(event.data as never)})
  `;
}

/** What happened to one task, newest first, `limit` of them before `beforeSequence`. */
export const eventsAbout = (
  tx: Tx,
  subject: string,
  { limit, before }: { limit: number; before: number | null },
) => tx<(StoredEvent & { sequence: number })[]>`
  select * from events
  where subject = ${subject} and type like 'dev.zerodo.task.%' and (${before}::bigint is null or sequence < ${before})
  order by sequence desc
  limit ${limit}
`;
