import { inboxId } from '@zerodo/domain/ids';
import { toLocal } from '@zerodo/domain/local-time';
import { Rejected } from '@zerodo/domain/rejected';
import type { Stats } from '@zerodo/domain/stats';
import { type DayCounts, period, summarize } from '@zerodo/domain/stats-summary';
import { knownPerson } from './preferences.ts';
import { projectsOf } from './projects.ts';
import type { Tx } from './sql.ts';

/**
 * What a person made and did, in one project or in all, those left since included.
 *
 * @throws Rejected `project-not-found`, `invalid-date`, `invalid-request`
 */
export async function statsOf(
  tx: Tx,
  { project, ...asked }: { from?: string | undefined; to?: string | undefined; project?: string | undefined },
  { userId, now }: { userId: string; now: Date },
): Promise<Stats> {
  if (project && project !== inboxId(userId) && !(await projectsOf(tx, userId)).includes(project)) {
    throw new Rejected('project-not-found', 'There is no such project, or it is not yours.');
  }
  const { timezone } = await knownPerson(tx, userId);
  const today = toLocal(now, timezone).slice(0, 10);
  const { from, to } = period(asked, today);
  const there = project ? tx`and project_id = ${project}` : tx``;
  const rows = await tx<DayCounts[]>`
    select date, project_id, sum(created)::integer as created, sum(completed)::integer as completed,
           sum(on_time)::integer as on_time, sum(late)::integer as late
    from (
      select created_on as date, project_id, 1 as created, 0 as completed, 0 as on_time, 0 as late
      from task_stats where created_by = ${userId} and created_on between ${from} and ${to} ${there}
      union all
      select completed_on, project_id, 0, 1, (on_time is true)::integer, (on_time is false)::integer
      from task_stats where completed_by = ${userId} and completed_on between ${from} and ${to} ${there}
    ) counted
    group by date, project_id
  `;
  const done = await tx<{ date: string }[]>`
    select distinct completed_on as date from task_stats
    where completed_by = ${userId} and completed_on is not null ${there} order by date
  `;
  return summarize(rows, { from, to, today, doneOn: done.map(({ date }) => date) });
}
