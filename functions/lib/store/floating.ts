// What is meant on the clock of whoever does it: the assignee or, without one, whoever made it.

import type { Series } from '@zerodo/domain/series';
import type { Task } from '@zerodo/domain/task';
import { type SeriesRow, toSeries } from './series.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

/** The open tasks that follow the clock of `userId` and are still on another one, held until the transaction ends. */
export async function lockFloatingTasks(tx: Tx, userId: string, timezone: string): Promise<Task[]> {
  // Locked before they are read: what waits for a lock would see the tables joined to it as they were before.
  const held = await tx<{ id: string }[]>`
    select t.id from tasks t
    where t.floating and t.status = 'open' and t.deleted_at is null and t.timezone <> ${timezone}
      and t.project_id in (select my_editable_projects()) and coalesce(t.assignee_id, t.created_by) = ${userId}
    order by t.id
    for update
  `;
  if (held.length === 0) return [];
  const rows = await tx<TaskRow[]>`
    select ${taskColumns(tx, userId)}
    from tasks t left join series s on s.id = t.series_id
    where t.id = any (${tx.types.textArray(held.map(({ id }) => id))}::text[]::uuid[])
    order by t.id
  `;
  return rows.map(toTask);
}

/** The series, paused ones too, that do; held until the transaction ends. */
export async function lockFloatingSeries(tx: Tx, userId: string, timezone: string): Promise<Series[]> {
  const rows = await tx<SeriesRow[]>`
    select * from series s
    where s.floating and s.state in ('active', 'paused') and s.deleted_at is null and s.timezone <> ${timezone}
      and s.project_id in (select my_editable_projects()) and coalesce(s.assignee_id, s.created_by) = ${userId}
    order by s.id
    for update
  `;
  return rows.map(toSeries);
}
