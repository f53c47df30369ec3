import { limits } from '@zerodo/domain/limits';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import type { Task } from '@zerodo/domain/task';
import type { PendingQuery, Row } from 'postgres';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';

/** As many as one statement holds and changes. */
const batch = 500;

type Edited = [Task, OutgoingEvent];

/**
 * Changes labels, section or assignee of all tasks that `which` (a condition on `t`) selects, in
 * batches, held in the order of their ids so that two who do the same wait instead of deadlocking.
 * The events are for the caller to announce; they show the reminders of `userId`.
 *
 * @throws Rejected `too-many-tasks`
 */
export async function editTasks(
  tx: Tx,
  which: PendingQuery<Row[]>,
  userId: string,
  edit: (task: Task) => Edited,
): Promise<OutgoingEvent[]> {
  await checkCount(tx, which);
  const events: OutgoingEvent[] = [];
  for (let after: string | null = null; ; ) {
    const last: string | null = after;
    const held: { id: string }[] = await tx<{ id: string }[]>`
      select t.id from tasks t
      where t.deleted_at is null and ${which} and (${last}::uuid is null or t.id > ${last}::uuid)
      order by t.id limit ${batch} for update
    `;
    // Read after they are held: what a waiting statement gives back was read too early for other tables.
    const edited: Edited[] = (
      await readHeld(
        tx,
        held.map(({ id }) => id),
        userId,
      )
    ).map(edit);
    await saveEdits(
      tx,
      edited.map(([task]) => task),
    );
    events.push(...edited.map(([, event]) => event));
    if (held.length < batch) return events;
    after = held.at(-1)!.id;
  }
}

async function checkCount(tx: Tx, which: PendingQuery<Row[]>): Promise<void> {
  const [beyond] = await tx`
    select from tasks t where t.deleted_at is null and ${which} offset ${limits.tasksAtOnce} limit 1
  `;
  if (!beyond) return;
  throw new Rejected(
    'too-many-tasks',
    `This would change more than ${limits.tasksAtOnce} tasks at once: delete or move some of them first.`,
  );
}

async function readHeld(tx: Tx, ids: string[], userId: string): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = await tx<TaskRow[]>`
    select ${taskColumns(tx, userId)}
    from tasks t left join series s on s.id = t.series_id
    where t.id = any(${tx.types.textArray(ids)}::text[]::uuid[])
    order by t.id
  `;
  return rows.map(toTask);
}

async function saveEdits(tx: Tx, tasks: Task[]): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map(({ id, labels, section, assigneeId, version, updatedAt }) => ({
    id,
    labels,
    section,
    assignee_id: assigneeId,
    version,
    updated_at: updatedAt,
  }));
  await tx`
    update tasks t set
      labels = array(select jsonb_array_elements_text(e.labels)), section = e.section,
      assignee_id = e.assignee_id, version = e.version, updated_at = e.updated_at
    from jsonb_to_recordset(${tx.json(rows as never)}::jsonb)
      as e (id uuid, labels jsonb, section text, assignee_id uuid, version integer, updated_at timestamptz)
    where t.id = e.id
  `;
}
