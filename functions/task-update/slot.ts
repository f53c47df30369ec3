import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Task } from '@zerodo/domain/task';
import { isTaken } from '@zerodo/store/occurrences';
import { lockSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { type Cause, keepGoing } from '@zerodo/store/successor';

/** Whether another occurrence of its series is at the slot where this one is due. */
export async function hasCompany(tx: Tx, { id, dueAt, recurrence }: Task): Promise<boolean> {
  if (!recurrence || !dueAt) return false;
  return isTaken(tx, recurrence.seriesId, { slotAt: dueAt, taskId: id });
}

/** A rule that was given to what is done already makes the next one now: no completion is left to wait for. */
export async function followDone(tx: Tx, task: Task, cause: Cause): Promise<OutgoingEvent[]> {
  if (task.status === 'open' || !task.recurrence) return [];
  const series = await lockSeries(tx, task.recurrence.seriesId);
  return series ? keepGoing(tx, series, cause) : [];
}
