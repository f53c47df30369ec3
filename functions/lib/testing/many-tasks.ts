import type { Sql } from '@zerodo/store/sql';

const verbs = ['Call', 'Write', 'Buy', 'Check', 'Plan', 'Send', 'Clean', 'Read', 'Book', 'Repair'];
const things = [
  'plants',
  'invoice',
  'kitchen',
  'report',
  'bicycle',
  'flight',
  'garden',
  'letter',
  'milk',
  'window',
];

/**
 * Adds `count` tasks of `userId` to his projects in turn: a fifth is completed, a tenth is not due,
 * most are due within four hundred days and have had their notices, one in 500 has the label `rare`, one in a thousand p1.
 */
export async function addManyTasks(
  sql: Sql,
  { userId, projectIds, count }: { userId: string; projectIds: string[]; count: number },
): Promise<void> {
  const list = (words: string[]) => sql.types.textArray(words);
  await sql`
    insert into tasks (id, project_id, created_by, title, notes, priority, labels, status, due_date, due_time, due_at,
                       timezone, position, created_at, completed_at, section, assignee_id, due_soon_for, overdue_for)
    select gen_random_uuid(), (${list(projectIds)}::uuid[])[1 + n % ${projectIds.length}::int], ${userId},
           (${list(verbs)}::text[])[1 + n % 10] || ' Ana about the ' || (${list(things)}::text[])[1 + n / 10 % 10] || ' ' || n,
           'Note ' || n % 97,
           case when n % 1000 = 0 then 1 when n % 7 = 0 then 2 when n % 3 = 0 then 3 else 4 end,
           case when n % 500 = 0 then array['rare'] when n % 3 = 0 then array['home'] else '{}' end,
           case when n % 5 = 1 then 'completed' else 'open' end,
           due.day, due.time, due.at,
           'UTC', n, now() - n * interval '1 minute',
           case when n % 5 = 1 then now() - n * interval '1 minute' end,
           case when n % 50 = 0 then 'Section ' || n % 7 end,
           case when n % 200 = 0 then ${userId}::uuid end,
           due.at, due.at
    from generate_series(0, ${count}::int - 1) n
    left join lateral (
      select day, time, (day + coalesce(time, '00:00')) at time zone 'UTC' as at
      from (select current_date + n % 400 - 100 as day, case when n % 10 > 5 then time '12:00' end as time) dated
      where n % 10 > 0
    ) due on true
  `;
  // As autovacuum would: the planner knows what there is, and the index has sorted it in.
  await sql`vacuum (analyze) tasks`;
  await sql`analyze project_members`;
}
