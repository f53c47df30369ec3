import { localDue } from '@zerodo/domain/due';
import { Rejected } from '@zerodo/domain/rejected';
import type { Task } from '@zerodo/domain/task';
import { readOnly } from './read-only.ts';
import { followTask, putReminders, writeReminders } from './reminders.ts';
import { seriesFirst } from './series-first.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

const notFound = () => new Rejected('task-not-found', 'There is no such task, or it is not yours.');

/**
 * A task that `userId` may see; a deleted one where `gone` is asked for too.
 *
 * @throws Rejected `task-not-found`
 */
export async function readTask(tx: Tx, id: string, userId: string, gone = false): Promise<Task> {
  const [row] = await tx<TaskRow[]>`
    select ${taskColumns(tx, userId)}
    from tasks t
    join project_members m on m.project_id = t.project_id and m.user_id = ${userId}
    left join series s on s.id = t.series_id
    where t.id = ${id} ${gone ? tx`` : tx`and t.deleted_at is null`}
  `;
  if (!row) throw notFound();
  return toTask(row);
}

/**
 * Reads a task that `userId` may change and holds it until the transaction ends, so two commands
 * cannot interleave. A stranger's task is not found: its existence is nobody's business.
 *
 * @throws Rejected `task-not-found`, `project-read-only`
 */
export async function lockTask(tx: Tx, id: string, userId: string): Promise<Task> {
  const { deletedAt } = await holdTask(tx, id, userId);
  if (deletedAt !== null) throw notFound();
  return readTask(tx, id, userId);
}

/** What a task does not show: its slot's instant, the slot's local name where it was moved away, and a series that is gone. */
export type HeldTask = {
  deletedAt: Date | null;
  slotAt: Date | null;
  slotLocal: string | null;
  seriesId: string | null;
};

/**
 * Holds a task that `userId` may change until the transaction ends, deleted or not.
 *
 * @throws Rejected `task-not-found`, `project-read-only`
 */
export async function holdTask(tx: Tx, id: string, userId: string): Promise<HeldTask> {
  // Locked before it is read: what a waiting `select … for update` gives back was read too early
  // for the tables joined to it.
  const [held] = await tx<(HeldTask & { role: string })[]>`
    select m.role, t.deleted_at, t.series_id, t.slot_local, coalesce(t.slot_at, t.due_at) as slot_at
    from tasks t
    join project_members m on m.project_id = t.project_id and m.user_id = ${userId}
    where t.id = ${id} and ${seriesFirst(tx, id)}
    for update of t
  `;
  if (!held) throw notFound();
  if (held.role === 'viewer') throw readOnly();
  return held;
}

/** The columns that a change of a task may touch, but for its labels. */
export const columns = (task: Task) => ({
  projectId: task.projectId,
  parentId: task.parentId,
  section: task.section,
  assigneeId: task.assigneeId,
  deadline: task.deadline,
  durationMinutes: task.durationMinutes,
  seriesId: task.recurrence?.seriesId ?? null,
  title: task.title,
  notes: task.notes,
  priority: task.priority,
  status: task.status,
  dueDate: task.due?.date ?? null,
  dueTime: task.due?.time ?? null,
  timezone: task.due?.timezone ?? null,
  floating: task.due?.floating ?? false,
  dueAt: task.dueAt,
  tzdata: task.dueAt && process.versions.tz,
  position: task.position,
  version: task.version,
  updatedAt: task.updatedAt,
  completedAt: task.completedAt,
});

/**
 * Stores a new task with its reminders, made by `userId`. False when the id is taken; then nothing
 * is written.
 */
export async function addTask(tx: Tx, task: Task, userId: string): Promise<boolean> {
  const row = {
    ...columns(task),
    id: task.id,
    labels: tx.types.textArray(task.labels),
    createdBy: userId,
    createdAt: task.createdAt,
  };
  const { count } = await tx`insert into tasks ${tx(row)} on conflict (id) do nothing`;
  if (count === 0) return false;
  await Promise.all(putReminders(tx, task, userId));
  return true;
}

/** A slot of a series that an occurrence was moved away from; null: it is due at its slot. */
export type LeftSlot = { local: string; at: string } | null;

/**
 * Stores the new state of a task that is held, and the reminders of `userId` where they changed. An
 * occurrence that is due at another time than `before` remembers which slot of its series it is,
 * unless `slot` says which one it is from now on.
 */
export async function saveTask(
  tx: Tx,
  task: Task,
  userId: string,
  before?: Task,
  slot?: LeftSlot,
): Promise<void> {
  const row = { ...columns(task), labels: tx.types.textArray(task.labels) };
  await tx`update tasks set ${tx(row)}${slotColumns(tx, task, before, slot)} where id = ${task.id}`;
  if (task.reminders === before?.reminders) return;
  await writeReminders(tx, task, userId);
  if (task.status === 'open') await followTask(tx, task, userId);
}

function slotColumns(tx: Tx, task: Task, before: Task | undefined, slot: LeftSlot | undefined) {
  const series = task.recurrence?.seriesId;
  if (slot !== undefined || series !== before?.recurrence?.seriesId) {
    return tx`, slot_local = ${slot?.local ?? null}, slot_at = ${slot?.at ?? null}`;
  }
  if (!series || !before?.due || task.dueAt === before.dueAt) return tx``;
  // Back at its slot it is an occurrence like others.
  const left = tx`coalesce(slot_at, ${before.dueAt}) <> ${task.dueAt}`;
  return tx`,
    slot_local = case when ${left} then coalesce(slot_local, ${localDue(before.due)}) end,
    slot_at = case when ${left} then coalesce(slot_at, ${before.dueAt}) end`;
}

/**
 * The task is gone for everybody; its row stays for its history. `takenBack`: with what it followed, and may come
 * again; `at`: when it counts as deleted, where that is not now.
 */
export async function removeTask(
  tx: Tx,
  task: Task,
  { takenBack = false, at }: { takenBack?: boolean; at?: Date } = {},
): Promise<void> {
  await tx`
    update tasks set version = ${task.version}, updated_at = ${task.updatedAt}, deleted_at = ${at ?? task.updatedAt},
      taken_back = ${takenBack}
    where id = ${task.id}
  `;
}

/** What a deleted task belongs to no more: a parent that is gone, a slot of its series that another one has. */
export async function looseEnds(
  tx: Tx,
  { id, parentId, recurrence }: Task,
): Promise<{ parentId?: null; recurrence?: null }> {
  if (!parentId && !recurrence) return {};
  const [row] = await tx<{ isOrphan: boolean; isTaken: boolean }[]>`
    select exists (select from tasks p where p.id = t.parent_id and p.deleted_at is not null) as is_orphan,
           t.status = 'open' and exists (
             select from tasks o
             where o.series_id = t.series_id and o.id <> t.id and o.deleted_at is null
               and coalesce(o.slot_at, o.due_at) = coalesce(t.slot_at, t.due_at)) as is_taken
    from tasks t where t.id = ${id}
  `;
  return {
    ...(row!.isOrphan && { parentId: null }),
    ...(row!.isTaken && recurrence && { recurrence: null }),
  };
}

/** A deleted task that is held is there again. */
export const undelete = (tx: Tx, id: string) => tx`
  update tasks set deleted_at = null, taken_back = false where id = ${id}
`;

/**
 * A task that may be seen, deleted or not.
 *
 * @throws Rejected `task-not-found`
 */
export async function checkVisible(tx: Tx, id: string, userId: string): Promise<void> {
  const [row] = await tx`
    select from tasks t
    join project_members m on m.project_id = t.project_id and m.user_id = ${userId}
    where t.id = ${id}
  `;
  if (!row) throw notFound();
}

/** How many tasks deep a subtask may be. */
const deepest = 20;

/**
 * A subtask lives in its parent's project, and no task is its own ancestor.
 *
 * @throws Rejected `parent-not-found`
 */
export async function checkParent(
  tx: Tx,
  parentId: string,
  projectId: string,
  childId?: string,
): Promise<void> {
  // Two moves at once could each be right and make a circle together.
  await tx`select pg_advisory_xact_lock(7203117, hashtext(${projectId}))`;
  const ancestors = await tx<{ id: string; projectId: string }[]>`
    with recursive line as (
      select id, parent_id, project_id, 1 as depth from tasks where id = ${parentId} and deleted_at is null
      union all
      select t.id, t.parent_id, t.project_id, l.depth + 1
      from tasks t join line l on t.id = l.parent_id
      where l.depth < ${deepest}
    )
    select id, project_id from line
  `;
  const fits =
    ancestors[0]?.projectId === projectId &&
    ancestors.length < deepest &&
    ancestors.every(({ id }) => id !== childId);
  if (!fits) {
    throw new Rejected(
      'parent-not-found',
      `The parent is no task of this project, is a part of this very task, or is ${deepest} levels deep: choose another.`,
    );
  }
}
