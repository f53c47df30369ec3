import { Rejected } from '@zerodo/domain/rejected';
import type { Task } from '@zerodo/domain/task';
import { followTask, putReminders, writeReminders } from './reminders.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

const notFound = () => new Rejected('task-not-found', 'There is no such task, or it is not yours.');

/** @throws Rejected `task-not-found` */
export async function readTask(tx: Tx, id: string, userId: string): Promise<Task> {
  const [row] = await tx<TaskRow[]>`
    select ${taskColumns(tx, userId)}
    from tasks t
    join project_members m on m.project_id = t.project_id and m.user_id = ${userId}
    left join series s on s.id = t.series_id
    where t.id = ${id} and t.deleted_at is null
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
  // Locked before it is read: what a waiting `select … for update` gives back was read too early
  // for the tables joined to it.
  const [held] = await tx<{ role: string }[]>`
    select m.role
    from tasks t
    join project_members m on m.project_id = t.project_id and m.user_id = ${userId}
    where t.id = ${id} and t.deleted_at is null
    for update of t
  `;
  if (!held) throw notFound();
  if (held.role === 'viewer') {
    throw new Rejected('project-read-only', 'You may look at this project but not change it: ask its owner.');
  }
  return readTask(tx, id, userId);
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

/** Stores the new state of a task that is held, and the reminders of `userId` where they changed. */
export async function saveTask(tx: Tx, task: Task, userId: string, before?: Task): Promise<void> {
  const row = { ...columns(task), labels: tx.types.textArray(task.labels) };
  await tx`update tasks set ${tx(row)} where id = ${task.id}`;
  if (task.reminders === before?.reminders) return;
  await writeReminders(tx, task, userId);
  if (task.status === 'open') await followTask(tx, task, userId);
}

/** The task is gone for everybody; its row stays for its history. */
export async function removeTask(tx: Tx, task: Task): Promise<void> {
  await tx`
    update tasks set version = ${task.version}, updated_at = ${task.updatedAt}, deleted_at = ${task.updatedAt}
    where id = ${task.id}
  `;
}

/**
 * Takes a task's deletion back and holds the task until the transaction ends.
 *
 * @throws Rejected `task-not-found`, `task-not-deleted`, `project-read-only`
 */
export async function undelete(tx: Tx, id: string, userId: string): Promise<Task> {
  await checkVisible(tx, id, userId);
  const { count } = await tx`
    update tasks set deleted_at = null
    where id = ${id} and deleted_at is not null and project_id in (select my_editable_projects())
  `;
  const task = await lockTask(tx, id, userId);
  if (count === 0)
    throw new Rejected('task-not-deleted', 'This task is not deleted: there is nothing to restore.');
  return task;
}

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
