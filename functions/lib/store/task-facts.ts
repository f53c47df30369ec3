import type { Due } from '@zerodo/domain/due';
import { type Facts, factsOf, type Recorded, type Zones } from '@zerodo/domain/task-facts';
import type { Tx } from './sql.ts';

type Row = Omit<Recorded, 'dueAt'> & { dueAt: string | null };

/**
 * Computes what these tasks add to the statistics, and keeps it. Nothing is counted up: what was
 * there is replaced, so that once or ten times, sooner or later, gives the same.
 */
export async function computeFacts(tx: Tx, ids: readonly string[]): Promise<void> {
  const which = tx.types.textArray([...ids]);
  // Whoever computes the same task waits here and then reads what is true by then.
  await tx`
    insert into task_stats (task_id, project_id, version)
    select id, project_id, 0 from tasks where id = any(${which}::text[]::uuid[]) order by id
    on conflict (task_id) do update set task_id = excluded.task_id
  `;
  const rows = await tx<Row[]>`
    select t.id, t.project_id, t.version, t.created_by, t.created_at, t.deleted_at, t.status, t.completed_at,
           c.user_id as completed_by,
           case when c.data is not null then c.data -> 'task' -> 'due'
                when t.due_date is not null then jsonb_build_object(
                  'date', t.due_date, 'time', t.due_time, 'timezone', t.timezone, 'floating', t.floating) end as due,
           case when c.data is not null then c.data -> 'task' ->> 'dueAt' else t.due_at::text end as due_at
    from tasks t
    left join lateral (
      select e.user_id, e.data from events e
      where e.subject = t.id::text and e.type = 'dev.zerodo.task.completed.v1'
      order by e.sequence desc limit 1
    ) c on t.status = 'completed'
    where t.id = any(${which}::text[]::uuid[])
  `;
  const zones = await zonesOf(tx, rows);
  await keep(
    tx,
    rows.map((row) =>
      factsOf(
        { ...row, due: row.due as Due | null, dueAt: row.dueAt === null ? null : new Date(row.dueAt) },
        zones,
      ),
    ),
  );
}

/** The zones that those were in who made or completed these. */
export async function zonesOf(
  tx: Tx,
  rows: readonly Pick<Recorded, 'createdBy' | 'completedBy'>[],
): Promise<Zones> {
  const people = new Set(rows.flatMap(({ createdBy, completedBy }) => [createdBy, completedBy ?? createdBy]));
  const known = await tx<{ userId: string; since: Date; timezone: string }[]>`
    select user_id, since, timezone from timezones
    where user_id = any(${tx.types.textArray([...people])}::text[]::uuid[]) order by since
  `;
  return Map.groupBy(known, ({ userId }) => userId);
}

/** An upsert finds its rows by their key; an update joined to them would read the whole table for one. */
const keep = (tx: Tx, facts: readonly Facts[]) => tx`
  insert into task_stats
    (task_id, project_id, version, created_by, created_on, completed_by, completed_on, on_time)
  select f."taskId", f."projectId", f.version, f."createdBy", f."createdOn", f."completedBy", f."completedOn", f."onTime"
  from jsonb_to_recordset(${tx.json(facts as never)}::jsonb) as f
    ("taskId" uuid, "projectId" uuid, version integer, "createdBy" uuid, "createdOn" date,
     "completedBy" uuid, "completedOn" date, "onTime" boolean)
  on conflict (task_id) do update set
    project_id = excluded.project_id, version = excluded.version, created_by = excluded.created_by,
    created_on = excluded.created_on, completed_by = excluded.completed_by,
    completed_on = excluded.completed_on, on_time = excluded.on_time
`;

/** Up to `limit` tasks after `after`, in the order of their ids, whose facts are missing or of another version. */
export async function staleFacts(tx: Tx, after: string, limit: number): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select t.id from tasks t left join task_stats s on s.task_id = t.id
    where t.id > ${after} and s.version is distinct from t.version
    order by t.id limit ${limit}
  `;
  return rows.map(({ id }) => id);
}
