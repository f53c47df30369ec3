import { localDue } from '@zerodo/domain/due';
import { toInstant } from '@zerodo/domain/local-time';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { asked } from '@zerodo/domain/planned-reminders';
import { Rejected } from '@zerodo/domain/rejected';
import { shown } from '@zerodo/domain/series';
import type { Task } from '@zerodo/domain/task';
import { changedSince as changedFields, type Undoable, undoUpdate } from '@zerodo/domain/undo';
import { taskBefore } from '@zerodo/store/changes-made';
import { checkAssignee } from '@zerodo/store/members';
import { isTaken } from '@zerodo/store/occurrences';
import { checkEditable } from '@zerodo/store/people';
import { lockSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { refreshSeries } from '@zerodo/store/successor';
import { checkParent, type LeftSlot, saveTask } from '@zerodo/store/tasks';
import { changedSince } from './changed-since.ts';
import type { Undoing, Whose } from './undo.ts';
import { finishSeriesUndo, planSeriesUndo, type SeriesUndo } from './undo-series.ts';

/** Each field that a change set becomes what it was before, its series too where that was changed with it. */
export async function undoUpdated(
  tx: Tx,
  { task, held, made }: Undoing,
  whose: Whose,
): Promise<{ task: Task; events: OutgoingEvent[] }> {
  const { changed, task: after, slot } = made.data;
  const before = await taskBefore(tx, made);
  if (!before) throw new Rejected('nothing-to-undo', 'What it was before is not known: change it by hand.');
  const undoable: Undoable = { before, after, changed, reminders: null };
  // Reminders are each person's own: what another person's were is not ours to set.
  if (changed.includes('reminders') && made.userId === whose.actor) {
    undoable.reminders = (await taskBefore(tx, made, whose.actor))?.reminders.map(asked) ?? null;
  }
  const theirs = changedFields(task, undoable);
  if (theirs.length > 0) throw await changedSince(tx, made, theirs);
  await checkReferences(tx, before, changed, task, whose.actor);
  if (slot && (await isOccupied(tx, task, slot.from))) throw await changedSince(tx, made, ['due']);

  const series = await planSeriesUndo(tx, made);
  const recurrence = await recurrenceBefore(tx, before, changed, series);
  const back = slot && { from: slot.to, to: slot.from };
  const around = { ...whose, eventId: whose.newId(), ...(back && { slot: back }) };
  const [undone, events] = undoUpdate(task, undoable, around, recurrence);
  if (events.length > 0) await saveTask(tx, undone, whose.actor, task, leftSlot());
  const about = await finishSeriesUndo(tx, series, whose);
  const moved =
    series.length === 0 && slot && undone.recurrence && (await lockSeries(tx, undone.recurrence.seriesId));
  return {
    task: undone,
    events: [...about, ...events, ...(moved ? await refreshSeries(tx, moved, whose) : [])],
  };

  /** Which slot of its series the task is, where it is not due there. */
  function leftSlot(): LeftSlot | undefined {
    if (slot && undone.due) {
      const isDueThere = localDue(undone.due) === slot.from;
      return isDueThere
        ? null
        : { local: slot.from, at: toInstant(slot.from, undone.due.timezone).toISOString() };
    }
    if (changed.includes('due') || !held.slotLocal || !held.slotAt) return undefined;
    return { local: held.slotLocal, at: held.slotAt.toISOString() };
  }
}

/** Whether another occurrence has meanwhile come to the slot (local) that this one left. */
async function isOccupied(tx: Tx, { id, due, recurrence }: Task, local: string): Promise<boolean> {
  if (!due || !recurrence) return false;
  const slotAt = toInstant(local, due.timezone).toISOString();
  return isTaken(tx, recurrence.seriesId, { slotAt, taskId: id });
}

async function checkReferences(
  tx: Tx,
  before: Task,
  changed: readonly string[],
  task: Task,
  userId: string,
): Promise<void> {
  const projectId = changed.includes('projectId') ? before.projectId : task.projectId;
  if (projectId !== task.projectId) await checkEditable(tx, projectId, userId);
  if (changed.includes('parentId') && before.parentId)
    await checkParent(tx, before.parentId, projectId, task.id);
  if (changed.includes('assigneeId') && before.assigneeId)
    await checkAssignee(tx, before.assigneeId, projectId);
}

/** The rule that the task had, as its series will show it; undefined where it was not changed. */
async function recurrenceBefore(
  tx: Tx,
  before: Task,
  changed: readonly string[],
  series: readonly SeriesUndo[],
): Promise<Task['recurrence'] | undefined> {
  if (!changed.includes('recurrence') && series.length === 0) return undefined;
  if (!before.recurrence) return null;
  const { seriesId } = before.recurrence;
  const known = series.find(({ next }) => next.id === seriesId)?.next ?? (await lockSeries(tx, seriesId));
  return known ? shown(known) : null;
}
