import type { Tx } from './sql.ts';

type Batch = (tx: Tx, limit: number) => Promise<{ count: number }>;

/** Those that nobody can restore any more. */
const ended = (tx: Tx) => tx`
  select id from projects where deleted_at < now() - interval '30 days' and not is_inbox
`;

/**
 * What is not kept, each with a statement that deletes up to `limit` of it and tells how many. Row
 * security lets the sweep delete nothing sooner. Events and deleted tasks stay: they are the history.
 */
export const sweeps: Record<string, Batch> = {
  // Longer than any topic or retry could bring a message again.
  claims: (tx, limit) => tx`
    delete from inbox where ctid in (
      select ctid from inbox where seen_at < now() - interval '14 days' limit ${limit})
  `,
  notifications: (tx, limit) => tx`
    delete from notifications where ctid in (
      select ctid from notifications
      where (read_at < now() - interval '30 days' or fire_at < now() - interval '90 days')
        and state not in ('planned', 'sending')
      limit ${limit} for update skip locked)
  `,
  'webhook deliveries': (tx, limit) => tx`
    delete from webhook_deliveries where ctid in (
      select ctid from webhook_deliveries
      where created_at < now() - interval '30 days' and state <> 'planned' limit ${limit} for update skip locked)
  `,
  'replayed dead letters': (tx, limit) => tx`
    delete from dead_letters where ctid in (
      select ctid from dead_letters where replayed_at < now() - interval '30 days' limit ${limit} for update skip locked)
  `,
  // Operators look at the last minutes; what happened before is in events.
  steps: (tx, limit) => tx`
    delete from steps where ctid in (
      select ctid from steps where noted_at < now() - interval '1 day' order by noted_at limit ${limit})
  `,
  invitations: (tx, limit) => tx`
    delete from invitations where id in (select id from invitations where expires_at < now() limit ${limit})
  `,
  // A project goes piece by piece, what refers to something before that.
  'parts of deleted projects': (tx, limit) => tx`
    update tasks set parent_id = null where id in (
      select id from tasks where project_id in (${ended(tx)}) and parent_id is not null limit ${limit})
  `,
  'tasks of deleted projects': (tx, limit) => tx`
    delete from tasks where id in (select id from tasks where project_id in (${ended(tx)}) limit ${limit})
  `,
  // What was done before its series went to another project is still where it was.
  'occurrences elsewhere': (tx, limit) => tx`
    update tasks set series_id = null, slot_local = null, slot_at = null where id in (
      select t.id from tasks t join series s on s.id = t.series_id
      where s.project_id in (${ended(tx)}) and t.project_id <> s.project_id limit ${limit})
  `,
  'series of deleted projects': (tx, limit) => tx`
    delete from series where id in (select id from series where project_id in (${ended(tx)}) limit ${limit})
  `,
  'deleted projects': (tx, limit) => tx`
    delete from projects where id in (${ended(tx)} limit ${limit})
  `,
  'ended memberships': (tx, limit) => tx`
    delete from former_members where ctid in (
      select ctid from former_members where not with_project and ended_at < now() - interval '30 days' limit ${limit})
  `,
};
