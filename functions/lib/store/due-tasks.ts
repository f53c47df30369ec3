// Tasks whose due time comes near or has passed, each found once for each due time.
import { isDueSoon, isOverdue } from './due.ts';
import type { Tx } from './sql.ts';

export type DueTask = {
  id: string;
  projectId: string;
  createdBy: string;
  assigneeId: string | null;
  dueAt: Date;
  recurring: boolean;
};

/** Takes up to `limit` open tasks that are due within a day. */
export const claimDueSoon = (tx: Tx, now: Date, limit: number) => tx<DueTask[]>`
  update tasks t set due_soon_for = due_at
  where id in (
    select id from tasks
    where ${isDueSoon(tx, now)}
    order by due_at
    limit ${limit}
    for update skip locked
  )
  returning id, project_id, created_by, assignee_id, due_at, series_id is not null as recurring
`;

/** Takes up to `limit` open tasks whose due time has passed since they were made. */
export const claimOverdue = (tx: Tx, now: Date, limit: number) => tx<DueTask[]>`
  update tasks t set overdue_for = due_at
  where id in (
    select id from tasks
    where ${isOverdue(tx, now)}
    order by due_at
    limit ${limit}
    for update skip locked
  )
  returning id, project_id, created_by, assignee_id, due_at, series_id is not null as recurring
`;

/** Whether a task is still open and due then. */
export async function isDueAt(tx: Tx, taskId: string, dueAt: Date): Promise<boolean> {
  const [row] = await tx`
    select from tasks where id = ${taskId} and status = 'open' and deleted_at is null and due_at = ${dueAt}
  `;
  return row !== undefined;
}
