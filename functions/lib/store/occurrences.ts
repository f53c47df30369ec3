import type { Predecessor } from '@zerodo/domain/series';
import type { Task } from '@zerodo/domain/task';
import { writeReminders } from './reminders.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';
import { addTask, columns, readTask } from './tasks.ts';

/** The task as it was made, held; undefined when it is gone, done or has been touched since. */
export async function findUntouched(tx: Tx, id: string, userId: string): Promise<Task | undefined> {
  const [held] = await tx`
    select from tasks where id = ${id} and status = 'open' and deleted_at is null for update
  `;
  if (!held) return undefined;
  // Asked after the lock is held: in one statement a change that was waited for would not be seen.
  // Time that passes (due soon, overdue) and zone rules are nobody's touch.
  const [last] = await tx<{ type: string }[]>`
    select type from events
    where subject = ${id} and type like 'dev.zerodo.task.%' and data ? 'task'
      and not (source = '/zerodo/recurrence-spawn' and data->'changed' <@ '["dueAt", "reminders"]')
    order by sequence desc limit 1
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
      slot_local = null, slot_at = null, ${tx(columns(again))}
    where id = ${task.id}
  `;
  await writeReminders(tx, again, userId);
  return again;
}

/**
 * A task that is done, tidied away since or not, held until the transaction ends, and the instant of
 * its slot; undefined when it is open again.
 */
export async function readCompleted(
  tx: Tx,
  id: string,
  userId: string,
): Promise<{ done: Task; slotAt: string | null } | undefined> {
  const [row] = await tx<{ slotAt: Date | null }[]>`
    select coalesce(slot_at, due_at) as slot_at from tasks where id = ${id} and status = 'completed' for update
  `;
  return row && { done: await readTask(tx, id, userId, true), slotAt: row.slotAt?.toISOString() ?? null };
}

/** The occurrence that a series made last, whatever became of it, and when it was done. */
export type LastOccurrence = Predecessor & { slotAt: Date; completedAt: Date | null; isOpen: boolean };

export async function lastOccurrence(tx: Tx, seriesId: string): Promise<LastOccurrence | undefined> {
  const [row] = await tx<LastOccurrence[]>`
    select id, project_id, parent_id, coalesce(slot_at, due_at) as slot_at, completed_at,
           status = 'open' and deleted_at is null as is_open
    from tasks
    where series_id = ${seriesId} and due_at is not null
    order by created_at desc, coalesce(slot_at, due_at) desc
    limit 1
  `;
  return row;
}

/** An open occurrence as `userId` sees it, the slot that it was moved away from, and its slot's instant. */
export type OpenOccurrence = { task: Task; left: { local: string; at: string } | null; slotAt: string };

/** What is open of a series, held until the transaction ends, the earliest slot first. */
export async function openOccurrences(tx: Tx, seriesId: string, userId: string): Promise<OpenOccurrence[]> {
  await tx`
    select from tasks where series_id = ${seriesId} and status = 'open' and deleted_at is null
    order by id for update
  `;
  const rows = await tx<(TaskRow & { slotLocal: string | null; slotAt: Date | null })[]>`
    select ${taskColumns(tx, userId)}, t.slot_local, t.slot_at
    from tasks t left join series s on s.id = t.series_id
    where t.series_id = ${seriesId} and t.status = 'open' and t.deleted_at is null and t.due_at is not null
    order by coalesce(t.slot_at, t.due_at), t.id
  `;
  return rows.map(({ slotLocal, slotAt, ...row }) => ({
    task: toTask(row),
    left: slotLocal !== null && slotAt ? { local: slotLocal, at: slotAt.toISOString() } : null,
    slotAt: (slotAt ?? row.dueAt!).toISOString(),
  }));
}

/** The last slot that is open of a series, the last of all that it has made, and how many occurrences have been done. */
export type Standing = { slotAt: Date | null; madeAt: Date | null; completions: number };

export async function standingOf(tx: Tx, seriesId: string): Promise<Standing> {
  const [row] = await tx<Standing[]>`
    select max(coalesce(slot_at, due_at)) filter (where status = 'open' and deleted_at is null) as slot_at,
           max(coalesce(slot_at, due_at)) as made_at,
           count(*) filter (where status = 'completed') as completions
    from tasks where series_id = ${seriesId}
  `;
  return row!;
}

/** The series that a task belongs to; the task is held, so that it belongs to no other until the transaction ends. */
export async function holdSeriesOf(tx: Tx, taskId: string): Promise<string | null> {
  const [row] = await tx<{ seriesId: string | null }[]>`
    select series_id from tasks where id = ${taskId} and deleted_at is null for update
  `;
  return row?.seriesId ?? null;
}
