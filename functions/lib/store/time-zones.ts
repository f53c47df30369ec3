// What was computed with other time zone rules than those of this process.

import type { Series } from '@zerodo/domain/series';
import type { Task } from '@zerodo/domain/task';
import { type SeriesRow, toSeries } from './series.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

const rules = process.versions.tz!;

/** An open task as its creator sees it, and the slot that it was moved away from. */
export type StaleTask = { task: Task; createdBy: string; slotLocal: string | null };

/** Some open tasks whose instant other rules have computed, held; their instants may be right all the same. */
export async function lockStaleTasks(tx: Tx, limit: number): Promise<StaleTask[]> {
  const rows = await tx<(TaskRow & { createdBy: string; slotLocal: string | null })[]>`
    select ${taskColumns(tx, tx`t.created_by`)}, t.created_by, t.slot_local
    from tasks t left join series s on s.id = t.series_id
    where t.status = 'open' and t.deleted_at is null and t.due_at is not null
      and (t.tzdata < ${rules} or t.tzdata > ${rules})
    limit ${limit}
    for update of t skip locked
  `;
  return rows.map(({ createdBy, slotLocal, ...row }) => ({ task: toTask(row), createdBy, slotLocal }));
}

/** Where the slot is that an occurrence was moved away from. */
export const saveSlotInstant = (tx: Tx, taskId: string, slotAt: Date) => tx`
  update tasks set slot_at = ${slotAt} where id = ${taskId}
`;

/** These were looked at with the rules of this process. */
export const stampTasks = (tx: Tx, ids: string[]) => tx`
  update tasks set tzdata = ${rules} where id = any(${tx.types.textArray(ids)}::text[]::uuid[])
`;

/** Some series whose next due time other rules have computed, held. */
export async function lockStaleSeries(tx: Tx, limit: number): Promise<Series[]> {
  const rows = await tx<SeriesRow[]>`
    select * from series
    where is_active and next_due_at is not null and (tzdata < ${rules} or tzdata > ${rules})
    limit ${limit}
    for update skip locked
  `;
  return rows.map(toSeries);
}

export const stampSeries = (tx: Tx, ids: string[]) => tx`
  update series set tzdata = ${rules} where id = any(${tx.types.textArray(ids)}::text[]::uuid[])
`;
