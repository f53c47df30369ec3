import { inboxId } from '@zerodo/domain/ids';
import { checkTimezone } from '@zerodo/domain/local-time';
import type { Counted } from '@zerodo/domain/stats';
import { labelsInUse } from './labels.ts';
import { countUnread } from './notifications.ts';
import type { Tx } from './sql.ts';

type ProjectRow = { projectId: string; open: number } & Record<'today' | 'overdue' | 'upcoming', number>;

/**
 * Timed tasks by their instant, whole days by the date on the caller's calendar; as task-lists.ts has
 * it. What is later than tomorrow in any zone is only counted, not looked at.
 */
export const openByProject = (tx: Tx, timezone: string, userId: string) => tx<ProjectRow[]>`
  select m.project_id, everything.open, near.overdue, near.today,
         everything.dated - near.overdue - near.today as upcoming
  from project_members m
  cross join (
    select (now() at time zone ${timezone})::date as today,
           ((now() at time zone ${timezone})::date + 1)::timestamp at time zone ${timezone} as tomorrow
  ) day
  cross join lateral (
    select count(*) as open, count(due_at) as dated from tasks t
    where t.project_id = m.project_id and t.status = 'open' and t.deleted_at is null
  ) everything
  cross join lateral (
    select
      count(*) filter (where case when due_time is null then due_date < day.today else due_at < now() end) as overdue,
      count(*) filter (where case when due_time is null then due_date = day.today
                             else due_at >= now() and due_at < day.tomorrow end) as today
    from tasks t
    where t.project_id = m.project_id and t.status = 'open' and t.deleted_at is null
      and t.due_at < day.tomorrow + interval '1 day'
  ) near
  where m.user_id = ${userId}
`;

/**
 * How much is open, by what lists show. Read from indexes that hold only open, or only labelled, tasks
 * and answer without the tasks themselves, as long as autovacuum keeps up.
 *
 * @throws Rejected `unknown-timezone`
 */
export async function countsOf(
  tx: Tx,
  { timezone = 'UTC' }: { timezone?: string | undefined },
  userId: string,
): Promise<Counted> {
  checkTimezone(timezone);
  const [projects, labels, [notifications]] = await Promise.all([
    openByProject(tx, timezone, userId),
    tx<{ label: string; open: number }[]>`
      select name as label, open_tasks as open from (${labelsInUse(tx, userId)}) used
      where open_tasks > 0 order by open_tasks desc, name
    `,
    countUnread(tx, userId),
  ]);
  const sum = (field: 'today' | 'overdue' | 'upcoming') => projects.reduce((all, row) => all + row[field], 0);
  return {
    inbox: projects.find(({ projectId }) => projectId === inboxId(userId))?.open ?? 0,
    today: sum('today'),
    overdue: sum('overdue'),
    upcoming: sum('upcoming'),
    byProject: projects.map(({ projectId, open }) => ({ projectId, open })),
    byLabel: labels,
    unread: notifications!.unread,
  };
}
