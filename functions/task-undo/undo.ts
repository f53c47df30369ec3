import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { QuietHours } from '@zerodo/domain/reminders';
import type { Task } from '@zerodo/domain/task';
import { type ChangeMade, changesSince, hasOthers } from '@zerodo/store/changes-made';
import { completeTask, deleteTask, reopenTask, restoreTask, type Step } from '@zerodo/store/lifecycle';
import type { Tx } from '@zerodo/store/sql';
import { type HeldTask, readTask } from '@zerodo/store/tasks';
import { changedSince } from './changed-since.ts';
import { finishSeriesUndo, planSeriesUndo } from './undo-series.ts';
import { undoUpdated } from './undo-updated.ts';

export type Undoing = { task: Task; held: HeldTask; made: ChangeMade };
/** Who undoes, and on whose clock. */
export type Whose = Step & { undoes: string; timezone: string; quietHours: QuietHours | null };
type Taken = { task: Task; events: OutgoingEvent[] };

/**
 * Does the opposite of what was done.
 *
 * @throws Rejected `changed-since` where somebody has changed since what it would set
 */
export async function undo(tx: Tx, undoing: Undoing, whose: Whose): Promise<Taken> {
  const { task, held, made } = undoing;
  const deleted = held.deletedAt !== null;
  switch (made.type) {
    case 'dev.zerodo.task.deleted.v1':
      if (!held.deletedAt) throw await changedSince(tx, made, ['deleted']);
      return undoDeleted(tx, undoing, held.deletedAt, whose);
    case 'dev.zerodo.task.created.v1':
      if (deleted) throw await changedSince(tx, made, ['deleted']);
      return undoCreated(tx, undoing, whose);
    case 'dev.zerodo.task.restored.v1':
      if (deleted) throw await changedSince(tx, made, ['deleted']);
      return deleteTask(tx, task, held.slotAt, whose);
    case 'dev.zerodo.task.completed.v1':
      if (deleted || task.completedAt !== made.data.task.completedAt) {
        throw await changedSince(tx, made, [deleted ? 'deleted' : 'status']);
      }
      return reopenTask(tx, task, whose);
    case 'dev.zerodo.task.reopened.v1':
      if (deleted || task.status !== 'open')
        throw await changedSince(tx, made, [deleted ? 'deleted' : 'status']);
      return completeTask(tx, task, whose);
    default:
      if (deleted) throw await changedSince(tx, made, ['deleted']);
      return undoUpdated(tx, undoing, whose);
  }
}

/** A series that was deleted together with the task is there again, too. */
async function undoDeleted(
  tx: Tx,
  { task, held, made }: Undoing,
  deletedAt: Date,
  whose: Whose,
): Promise<Taken> {
  const series = (await planSeriesUndo(tx, made)).filter(
    ({ made: { type, subject } }) => type === 'dev.zerodo.series.deleted.v1' && subject === held.seriesId,
  );
  const about = await finishSeriesUndo(tx, series, whose);
  const there = series.length > 0 ? await readTask(tx, task.id, whose.actor, true) : task;
  const { task: restored, events } = await restoreTask(tx, there, deletedAt, whose);
  return { task: restored, events: [...about, ...events] };
}

/** What others have made of a task since is not thrown away with it. A series that began with it goes too. */
async function undoCreated(tx: Tx, { task, held, made }: Undoing, whose: Whose): Promise<Taken> {
  const theirs = (await changesSince(tx, made)).filter(({ userId }) => userId !== whose.actor);
  const fields = [...new Set(theirs.flatMap(({ changed }) => changed))];
  if (theirs.length > 0) throw await changedSince(tx, made, fields);
  const { recurrence } = task;
  const alone = recurrence && !(await hasOthers(tx, recurrence.seriesId, task.id));
  const series = alone ? await planSeriesUndo(tx, made) : [];
  const events = await finishSeriesUndo(tx, series, whose);
  const taken = await deleteTask(tx, task, held.slotAt, whose);
  return { task: taken.task, events: [...events, ...taken.events] };
}
