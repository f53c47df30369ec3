import type { Task } from '@zerodo/domain/task';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

/** When a task was deleted; null where it is there. */
export async function deletionOf(tx: Tx, id: string): Promise<Date | null> {
  const [row] = await tx<{ deletedAt: Date | null }[]>`select deleted_at from tasks where id = ${id}`;
  return row?.deletedAt ?? null;
}

/**
 * Everything below a task, held, as `userId` sees it: what is there, or what was deleted at the same
 * moment as the task itself.
 */
export async function partsOf(
  tx: Tx,
  taskId: string,
  { userId, deletedAt }: { userId: string; deletedAt: Date | null },
): Promise<Task[]> {
  const alike = deletedAt ? tx`t.deleted_at = ${deletedAt}` : tx`t.deleted_at is null`;
  const rows = await tx<TaskRow[]>`
    with recursive below as (
      select t.id from tasks t where t.parent_id = ${taskId} and ${alike}
      union
      select t.id from tasks t join below b on t.parent_id = b.id where ${alike}
    )
    select ${taskColumns(tx, userId)}
    from tasks t left join series s on s.id = t.series_id
    where t.id in (select id from below)
    order by t.id
    for update of t
  `;
  return rows.map(toTask);
}
