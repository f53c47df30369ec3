import type { Sql, Tx } from './sql.ts';

/**
 * Whom the event `e` is told to, as rows of `user_id`: the members of its project at this moment; of a
 * deleted project, those it had; of a notification, only its person.
 */
export const listeners = (sql: Sql | Tx) => sql`
  select m.user_id from project_members m
  where m.project_id = e.project_id and e.type not like 'dev.zerodo.notification.%'
  union
  select (one ->> 'userId')::uuid from jsonb_array_elements(e.data -> 'members') one
  where e.type = 'dev.zerodo.project.deleted.v1'
  union
  select (e.data ->> 'userId')::uuid where e.type like 'dev.zerodo.notification.%'
`;

/** The webhooks that want an event; none for an event that is not ours. */
export const webhooksFor = (tx: Tx, eventId: string) => tx<{ id: string; userId: string; type: string }[]>`
  select w.id, w.user_id, e.type
  from events e
  cross join lateral (${listeners(tx)}) l
  join webhooks w on w.user_id = l.user_id
  where e.id = ${eventId} and w.disabled_at is null and e.type = any (w.types)
    and (w.project_id is null or w.project_id = e.project_id)
`;
