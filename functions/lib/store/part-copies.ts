// The parts of an occurrence come again with the one that follows it.

import { partCopyId } from '@zerodo/domain/ids';
import { limits } from '@zerodo/domain/limits';
import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import { copyOfPart } from '@zerodo/domain/part-copy';
import type { Habits } from '@zerodo/domain/series';
import type { Task } from '@zerodo/domain/task';
import { habitsFrom } from './habits.ts';
import { putReminders, writeReminders } from './reminders.ts';
import type { Tx } from './sql.ts';
import { type TaskRow, taskColumns, toTask } from './task-row.ts';
import { columns } from './tasks.ts';

type Part = { part: Task; createdBy: string; habits: Habits; fromDate: string };
type Copy = { task: Task; createdBy: string };

/**
 * Copies what is below `fromId`, open, below the occurrence `to` that follows it; as often as it is asked, each
 * once. What was deleted together with `fromId` counts as being there; what recurs by itself does not come along.
 */
export async function copyParts(
  tx: Tx,
  fromId: string,
  to: Task,
  { actor, now, newId }: { actor: string; now: Date; newId: () => string },
): Promise<OutgoingEvent[]> {
  const parts = await partsFrom(tx, fromId);
  const copied = new Map(parts.map(({ part }) => [partCopyId(part.id, to.id), part.id]));
  const copies = parts.map(({ part, createdBy, habits, fromDate }): Copy => {
    const parentId = part.parentId === fromId ? to.id : partCopyId(part.parentId!, to.id);
    const change = { actor, now, eventId: newId(), habits };
    return { createdBy, task: copyOfPart(part, { fromDate, to, parentId }, change)[0] };
  });
  const added = await addCopies(tx, copies);
  return added.map((task) =>
    taskEvent('dev.zerodo.task.created.v1', task, Object.keys(task), {
      ...{ actor, now, eventId: newId() },
      predecessorId: copied.get(task.id)!,
    }),
  );
}

/** Whoever made a part is reminded by its copy; parents come before what is below them. */
async function partsFrom(tx: Tx, id: string): Promise<Part[]> {
  const isPart = tx`(s.id is null or s.deleted_at is not null)`;
  const rows = await tx<
    (TaskRow & { createdBy: string; habits: Partial<Habits> | null; fromDate: string })[]
  >`
    with recursive below as (
      select t.id, t.deleted_at, p.due_date, 1 as depth
      from tasks p join tasks t on t.parent_id = p.id left join series s on s.id = t.series_id
      where p.id = ${id} and t.deleted_at is not distinct from p.deleted_at and ${isPart}
      union all
      select t.id, t.deleted_at, b.due_date, b.depth + 1
      from below b join tasks t on t.parent_id = b.id left join series s on s.id = t.series_id
      where t.deleted_at is not distinct from b.deleted_at and ${isPart}
    )
    select ${taskColumns(tx, tx`t.created_by`)}, t.created_by, habits_of(t.created_by) as habits, b.due_date as from_date
    from below b join tasks t on t.id = b.id left join series s on s.id = t.series_id
    order by b.depth, t.position, t.id
    limit ${limits.copiedSubtasks}
  `;
  return rows.map(({ createdBy, habits, fromDate, ...row }) => ({
    ...{ part: toTask(row), createdBy, habits: habitsFrom(habits), fromDate },
  }));
}

/** Those that were taken back come again as new versions of themselves; what somebody has deleted stays so. */
async function addCopies(tx: Tx, copies: readonly Copy[]): Promise<Task[]> {
  if (copies.length === 0) return [];
  const rows = copies.map(({ task, createdBy }) => ({ ...written(tx, task), id: task.id, createdBy }));
  const fresh = new Set(
    (await tx<{ id: string }[]>`insert into tasks ${tx(rows)} on conflict (id) do nothing returning id`).map(
      ({ id }) => id,
    ),
  );
  const stored = await Promise.all(
    copies.map(async ({ task, createdBy }) => {
      if (fresh.has(task.id)) {
        await Promise.all(putReminders(tx, task, createdBy));
        return task;
      }
      const [again] = await tx<{ version: number }[]>`
        update tasks set deleted_at = null, taken_back = false, ${tx(written(tx, task))}, version = version + 1
        where id = ${task.id} and taken_back
        returning version
      `;
      if (!again) return undefined;
      const revived = { ...task, version: again.version };
      await writeReminders(tx, revived, createdBy);
      return revived;
    }),
  );
  return stored.filter((task) => task !== undefined);
}

function written(tx: Tx, task: Task) {
  const { version: _counted, ...rest } = columns(task);
  return { ...rest, labels: tx.types.textArray(task.labels), createdAt: task.createdAt };
}
