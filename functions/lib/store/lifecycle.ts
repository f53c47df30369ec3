// The steps of a task's life, each stored with the facts that announce it: commands take them, and undo takes them back.

import { complete, remove, reopen, restore } from '@zerodo/domain/changes';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Task } from '@zerodo/domain/task';
import { partsOf } from './parts.ts';
import { cancelEverybodysReminders } from './reminders.ts';
import { lockSeries } from './series.ts';
import type { Tx } from './sql.ts';
import { type Cause, followUp, takeBackSuccessor } from './successor.ts';
import { looseEnds, removeTask, saveTask, undelete } from './tasks.ts';

/** Who takes the step; `undoes` is the event that it takes back. */
export type Step = Cause & { undoes?: string };

type Taken = { task: Task; events: OutgoingEvent[] };

const changeOf = ({ actor, now, newId, undoes }: Step) => ({
  actor,
  now,
  eventId: newId(),
  ...(undoes && { undoes }),
});

/** @throws Rejected `task-already-completed` */
export async function completeTask(tx: Tx, task: Task, step: Step): Promise<Taken> {
  const [completed, event] = complete(task, changeOf(step));
  await saveTask(tx, completed, step.actor, task);
  await cancelEverybodysReminders(tx, completed.id);
  return { task: completed, events: [event] };
}

/**
 * Opens a task again and takes its successor back while nobody has touched that.
 *
 * @throws Rejected `task-not-completed`
 */
export async function reopenTask(tx: Tx, task: Task, step: Step): Promise<Taken> {
  const [reopened, event] = reopen(task, changeOf(step));
  await saveTask(tx, reopened, step.actor, task);
  return { task: reopened, events: [event, ...(await takeBackSuccessor(tx, reopened, step))] };
}

/**
 * Deletes a task with its subtasks. The open occurrence of a series that goes on from one to the next is followed by
 * another one, so that no series ends because somebody did not want it today.
 */
export async function deleteTask(tx: Tx, task: Task, slotAt: Date | null, step: Step): Promise<Taken> {
  const [removed, event] = remove(task, changeOf(step));
  const events = [event];
  const parts = await partsOf(tx, task.id, { userId: step.actor, deletedAt: null });
  for (const part of parts) {
    const [gone, told] = remove(part, changeOf(step));
    await removeTask(tx, gone);
    await cancelEverybodysReminders(tx, gone.id);
    events.push(told);
  }
  await removeTask(tx, removed);
  await cancelEverybodysReminders(tx, removed.id);
  if (task.status === 'completed' || task.recurrence?.spawn !== 'completion' || !slotAt) {
    return { task: removed, events };
  }
  const series = await lockSeries(tx, task.recurrence.seriesId);
  if (series?.state !== 'active') return { task: removed, events };
  const hasParts = parts.length > 0;
  // Counted from completion, too: what is not wanted on a day does not come back on that day.
  const at = new Date(Math.max(slotAt.getTime(), step.now.getTime())).toISOString();
  const last = { ...removed, slotAt: slotAt.toISOString(), at, hasParts };
  return { task: removed, events: [...events, ...(await followUp(tx, series, last, step))] };
}

/**
 * A deleted task is there again, with the subtasks that were deleted with it; what had followed it
 * in its series is taken back while nobody has touched that. Where its parent is gone it is nobody's
 * subtask, and where its slot has another occurrence by now it is a task of its own.
 */
export async function restoreTask(tx: Tx, task: Task, deletedAt: Date, step: Step): Promise<Taken> {
  const parts = await partsOf(tx, task.id, { userId: step.actor, deletedAt });
  const loose = await looseEnds(tx, task);
  const events: OutgoingEvent[] = [];
  let whole = task;
  for (const one of [task, ...parts]) {
    await undelete(tx, one.id);
    const [restored, event] = restore(one, changeOf(step), one === task ? loose : {});
    await saveTask(tx, restored, step.actor, one);
    events.push(event);
    if (one === task) whole = restored;
  }
  if (whole.status === 'open') events.push(...(await takeBackSuccessor(tx, whole, step)));
  return { task: whole, events };
}
