import { successorId } from '@zerodo/domain/ids';
import type { Habits, Predecessor, Series } from '@zerodo/domain/series';
import type { Task } from '@zerodo/domain/task';
import type { PendingQuery, Row } from 'postgres';
import { habitsFrom } from './habits.ts';
import { partsOf } from './parts.ts';
import { writeReminders } from './reminders.ts';
import { seriesFirst } from './series-first.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';
import { addTask, columns, readTask } from './tasks.ts';

/**
 * The occurrence as it was made, held; undefined when there is none, or it is done or has been touched since;
 * `deleted` where somebody did not want it, so that what followed it stands in its place.
 */
export async function findUntouched(
  tx: Tx,
  id: string,
  userId: string,
): Promise<Untouched | 'deleted' | undefined> {
  const [held] = await tx<{ deletedAt: Date | null; takenBack: boolean }[]>`
    select deleted_at, taken_back from tasks where id = ${id} and status = 'open' for update
  `;
  if (!held || held.takenBack) return undefined;
  if (held.deletedAt) return 'deleted';
  // Asked after the lock is held: in one statement a change that was waited for would not be seen.
  // Time that passes (due soon, overdue) and zone rules are nobody's touch.
  const [last] = await tx<{ isCreated: boolean; hasParts: boolean }[]>`
    select e.type = 'dev.zerodo.task.created.v1' as is_created, ${hasParts(tx, tx`${id}::uuid`)}
    from (${lastTouch(tx, tx`${id}`)}) e
  `;
  if (!last?.isCreated) return undefined;
  const parts = last.hasParts ? await partsOf(tx, id, { userId, deletedAt: null }) : [];
  if (parts.length > 0 && (await areTouched(tx, parts))) return undefined;
  return { task: await readTask(tx, id, userId), parts };
}

/** An occurrence as it was made, and what came below it. */
export type Untouched = { task: Task; parts: Task[] };

const lastTouch = (tx: Tx, subject: PendingQuery<Row[]>) => tx`
  select type, data from events
  where subject = ${subject} and type like 'dev.zerodo.task.%' and data ? 'task'
    and not (source = '/zerodo/recurrence-spawn' and data->'changed' <@ '["dueAt", "reminders"]')
  order by sequence desc limit 1
`;

/** Whether somebody has changed one of these, or made it himself. */
async function areTouched(tx: Tx, parts: readonly Task[]): Promise<boolean> {
  const [row] = await tx`
    select from unnest(${tx.types.textArray(parts.map(({ id }) => id))}::text[]) as part (id)
    left join lateral (${lastTouch(tx, tx`part.id`)}) e on true
    where (e.type = 'dev.zerodo.task.created.v1' and e.data ? 'predecessorId') is not true
    limit 1
  `;
  return row !== undefined;
}

/** Whether something is below a task, or was deleted together with it. */
const hasParts = (tx: Tx, id: PendingQuery<Row[]>, deletedAt = tx`null::timestamptz`) => tx`
  exists (select from tasks part where part.parent_id = ${id} and part.deleted_at is not distinct from ${deletedAt}) as has_parts
`;

/**
 * Stores an occurrence once; one that is there stays as it is, unless it is `another` whatever is there. One that
 * was taken back comes again as a new version of itself; one that somebody deleted or took out of the series
 * stays so, and what followed that stands in its place.
 */
export async function addOccurrence(
  tx: Tx,
  task: Task,
  userId: string,
  another = false,
): Promise<Task | undefined> {
  if (await addTask(tx, task, userId)) return task;
  const [there] = await tx<{ version: number; takenBack: boolean; isAside: boolean }[]>`
    select version, taken_back, deleted_at is not null and status = 'open'
             or series_id is distinct from ${task.recurrence!.seriesId} as is_aside
    from tasks where id = ${task.id} for update
  `;
  if (!there) return undefined;
  if (!there.takenBack) {
    const next = { ...task, id: successorId(task.id) };
    return another || there.isAside ? addOccurrence(tx, next, userId, another) : undefined;
  }
  const again = { ...task, version: there.version + 1 };
  await tx`
    update tasks set deleted_at = null, taken_back = false, created_at = ${again.createdAt},
      labels = ${tx.types.textArray(again.labels)}, slot_local = null, slot_at = null, ${tx(columns(again))}
    where id = ${task.id}
  `;
  await writeReminders(tx, again, userId);
  return again;
}

/**
 * A task that is done, tidied away since or not, held until the transaction ends, the instant of its
 * slot, and whether it has parts; undefined when it is open again.
 */
export async function readCompleted(
  tx: Tx,
  id: string,
  userId: string,
): Promise<{ done: Task; slotAt: string | null; hasParts: boolean } | undefined> {
  const [row] = await tx<{ slotAt: Date | null; hasParts: boolean }[]>`
    select coalesce(slot_at, due_at) as slot_at, ${hasParts(tx, tx`tasks.id`, tx`tasks.deleted_at`)}
    from tasks where id = ${id} and status = 'completed' and ${seriesFirst(tx, id)} for update
  `;
  if (!row) return undefined;
  const slotAt = row.slotAt?.toISOString() ?? null;
  return { done: await readTask(tx, id, userId, true), slotAt, hasParts: row.hasParts };
}

/** The occurrence that a series made last, whatever became of it but for one taken back, and when it was done. */
export type LastOccurrence = Predecessor & { slotAt: Date; completedAt: Date | null; isOpen: boolean };

export async function lastOccurrence(tx: Tx, seriesId: string): Promise<LastOccurrence | undefined> {
  const [row] = await tx<LastOccurrence[]>`
    select id, project_id, parent_id, coalesce(slot_at, due_at) as slot_at, completed_at,
           status = 'open' and deleted_at is null as is_open, ${hasParts(tx, tx`tasks.id`, tx`tasks.deleted_at`)}
    from tasks
    where series_id = ${seriesId} and due_at is not null and not taken_back
    order by created_at desc, coalesce(slot_at, due_at) desc
    limit 1
  `;
  return row;
}

/** An open occurrence as `userId` sees it, the slot that it was moved away from, and its slot's instant. */
export type OpenOccurrence = { task: Task; left: { local: string; at: string } | null; slotAt: string };

/** What is open of a series that is held, held until the transaction ends as well, the earliest slot first. */
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
  return rows.map(({ slotLocal, slotAt, ...row }) => {
    const task = toTask(row);
    return {
      task,
      left: slotLocal !== null && slotAt ? { local: slotLocal, at: slotAt.toISOString() } : null,
      slotAt: slotAt?.toISOString() ?? task.dueAt!,
    };
  });
}

/** The last slot that is open of a series, the last of all that it has made, and how many occurrences have been done. */
export type Standing = { isOpen: boolean; slotAt: Date | null; madeAt: Date | null; completions: number };

export async function standingOf(tx: Tx, seriesId: string): Promise<Standing> {
  const [row] = await tx<Standing[]>`
    select count(*) filter (where status = 'open' and deleted_at is null) > 0 as is_open,
           max(coalesce(slot_at, due_at)) filter (where status = 'open' and deleted_at is null) as slot_at,
           max(coalesce(slot_at, due_at)) as made_at,
           count(*) filter (where status = 'completed') as completions
    from tasks where series_id = ${seriesId} and not taken_back
  `;
  return row!;
}

/** How many occurrences have been done, the slots (instants) that others than one have got, and whom the next one reminds. */
export type Room = { completions: number; taken: number[]; habits: Habits };

/**
 * What the slot after the one at `slotAt` depends on. On fixed dates a slot is taken by whatever was made of it,
 * counted from completion only by what is open.
 */
export async function roomAfter(
  tx: Tx,
  { id, mode, createdBy }: Pick<Series, 'id' | 'mode' | 'createdBy'>,
  slotAt: string,
  taskId: string,
): Promise<Room> {
  const [row] = await tx<(Omit<Room, 'habits'> & { habits: Partial<Habits> | null })[]>`
    select count(*) filter (where status = 'completed') as completions,
           coalesce(jsonb_agg(extract(epoch from coalesce(slot_at, due_at)) * 1000) filter (
             where coalesce(slot_at, due_at) > ${slotAt} and deleted_at is null and id <> ${taskId}
               and (status = 'open' or ${mode} = 'schedule')), '[]') as taken,
           habits_of(${createdBy}) as habits
    from tasks where series_id = ${id}
  `;
  return { ...row!, habits: habitsFrom(row!.habits) };
}

/** Whether another occurrence of the series has the slot at an instant. */
export async function isTaken(
  tx: Tx,
  seriesId: string,
  { slotAt, taskId }: { slotAt: string; taskId: string },
): Promise<boolean> {
  const [row] = await tx`
    select from tasks where series_id = ${seriesId} and id <> ${taskId} and deleted_at is null
      and coalesce(slot_at, due_at) = ${slotAt} limit 1
  `;
  return row !== undefined;
}

/** The series that a task belongs to; both are held, so that it belongs to no other until the transaction ends. */
export async function holdSeriesOf(tx: Tx, taskId: string): Promise<string | null> {
  const [row] = await tx<{ seriesId: string | null }[]>`
    select series_id from tasks where id = ${taskId} and deleted_at is null and ${seriesFirst(tx, taskId)} for update
  `;
  return row?.seriesId ?? null;
}
