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
       project_is_shared(${event.projectId}),
       ${event.traceparent ?? origin.traceparent}, ${origin.causeId}, ${tx.json(event.data as never)})
  `;
}

/** As many as one statement carries. */
const atOnce = 500;

/** Many at once, in the order given. */
export async function recordAll(tx: Tx, events: readonly OutgoingEvent[], origin: Origin): Promise<void> {
  for (let from = 0; from < events.length; from += atOnce) {
    await recordBatch(tx, events.slice(from, from + atOnce), origin);
  }
}

async function recordBatch(
  tx: Tx,
  events: readonly OutgoingEvent[],
  { function: name, causeId, traceparent }: Origin,
): Promise<void> {
  await tx`
    insert into events
      (id, type, source, subject, time, user_id, project_id, recurring, shared, traceparent, cause_id, data)
    select e.id, e.type, ${`/zerodo/${name}`}, e.subject, e.time, e."userId", e."projectId", e.recurring,
           p.shared, coalesce(e.traceparent, ${traceparent}), ${causeId}, e.data
    from rows from (
      jsonb_to_recordset(${tx.json(events as never)}::jsonb) as
        (id uuid, type text, subject text, time timestamptz, "userId" uuid, "projectId" uuid, recurring boolean, traceparent text, data jsonb)
    ) with ordinality as e (id, type, subject, time, "userId", "projectId", recurring, traceparent, data, place)
    join (
      select id, project_is_shared(id) as shared
      from unnest(${tx.types.textArray([...new Set(events.map(({ projectId }) => projectId))])}::text[]::uuid[]) as id
    ) p on p.id = e."projectId"
    order by e.place
  `;
}

/** What happened to one task, newest first, `limit` of them before `beforeSequence`. */
export const eventsAbout = (
  tx: Tx,
  subject: string,
  { limit, before }: { limit: number; before: number | null },
) => tx<(StoredEvent & { sequence: number })[]>`
  select * from events
  where subject = ${subject} and type like 'dev.zerodo.task.%'
    and type not in ('dev.zerodo.task.due-soon.v1', 'dev.zerodo.task.overdue.v1')
    and (${before}::bigint is null or sequence < ${before})
  order by sequence desc
  limit ${limit}
`;
