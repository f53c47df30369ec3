import type { Task } from '@zerodo/domain/task';
import { writeReminders } from './reminders.ts';
import type { Tx } from './sql.ts';
import { addTask, columns, readTask } from './tasks.ts';

/** The task as it was made, held; undefined when it is gone, done or has been touched since. */
export async function findUntouched(tx: Tx, id: string, userId: string): Promise<Task | undefined> {
  const [held] = await tx`
    select from tasks where id = ${id} and status = 'open' and deleted_at is null for update
  `;
  if (!held) return undefined;
  // Asked after the lock is held: in one statement a change that was waited for would not be seen.
  const [last] = await tx<{ type: string }[]>`
    select type from events
    where subject = ${id} and type like 'dev.zerodo.task.%' order by sequence desc limit 1
  `;
  return last?.type === 'dev.zerodo.task.created.v1' ? readTask(tx, id, userId) : undefined;
}

/**
 * Stores an occurrence once; one that is there stays as it is. One that was deleted before its
 * predecessor was completed at `since` was taken back with it, and comes again as a new version of
 * itself; one that somebody deleted after that stays deleted.
 */
export async function addOccurrence(
  tx: Tx,
  task: Task,
  userId: string,
  since: string | null,
): Promise<Task | undefined> {
  if (await addTask(tx, task, userId)) return task;
  const [gone] = await tx<{ version: number }[]>`
    select version from tasks where id = ${task.id} and deleted_at <= ${since} for update
  `;
  if (!gone) return undefined;
  const again = { ...task, version: gone.version + 1 };
  await tx`
    update tasks set deleted_at = null, created_at = ${again.createdAt}, labels = ${tx.types.textArray(again.labels)},
      ${tx(columns(again))}
    where id = ${task.id}
  `;
  await writeReminders(tx, again, userId);
  return again;
}

/** A task that is done, held until the transaction ends; undefined when it is open again or gone. */
export async function readCompleted(tx: Tx, id: string, userId: string): Promise<Task | undefined> {
  const [row] = await tx`
    select from tasks where id = ${id} and status = 'completed' and deleted_at is null for update
  `;
  return row && readTask(tx, id, userId);
}

/** The occurrence that a series made last, whatever became of it. */
export async function lastOccurrence(
  tx: Tx,
  seriesId: string,
): Promise<{ id: string; projectId: string; dueAt: Date } | undefined> {
  const [row] = await tx<{ id: string; projectId: string; dueAt: Date }[]>`
    select id, project_id, due_at from tasks
    where series_id = ${seriesId} and due_at is not null
    order by created_at desc, due_at desc
    limit 1
  `;
  return row;
}
