// What a series makes next, stored with the facts that announce it.

import { remove } from '@zerodo/domain/changes';
import { successorId } from '@zerodo/domain/ids';
import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import { occurrenceOf, type Predecessor, type Series, stamped } from '@zerodo/domain/series';
import { seriesEvent } from '@zerodo/domain/series-events';
import { nextDueAt, type Slot, slotAfter } from '@zerodo/domain/series-slots';
import type { Task } from '@zerodo/domain/task';
import { addOccurrence, findUntouched, standingOf } from './occurrences.ts';
import { cancelEverybodysReminders } from './reminders.ts';
import { completionsOf, lockSeries, saveNextDue } from './series.ts';
import type { Tx } from './sql.ts';
import { removeTask } from './tasks.ts';

/** Who caused it (the one who completed, or the series' creator on schedule), and when. */
export type Cause = { actor: string; now: Date; newId: () => string };

/**
 * Makes the one occurrence that follows `predecessor`; it is not announced when it is there already.
 * One that was deleted at `since` or before comes again. `completions` counts what has been done.
 */
export async function makeOccurrence(
  tx: Tx,
  series: Series,
  slot: Slot,
  { since, completions, ...predecessor }: Predecessor & { since: string | null; completions: number },
  { actor, now, newId }: Cause,
): Promise<OutgoingEvent[]> {
  const eventId = newId();
  const [fresh] = occurrenceOf(series, slot, { predecessor, now, eventId });
  const added = await addOccurrence(tx, fresh, series.createdBy, since);
  const follows = predecessor.id === series.id ? {} : { predecessorId: predecessor.id };
  const change = { actor, now, eventId, ...follows };
  const made = added ? [taskEvent('dev.zerodo.task.created.v1', added, Object.keys(added), change)] : [];
  // Told of once more: what came after it is not undone.
  if (!added && series.spawn === 'completion') return [];
  const next = nextDueAt(series, slot.dueAt, completions);
  // Nothing but its time wakes a series that spawns on schedule: without another slot it is over now.
  if (next === null && series.spawn === 'schedule') {
    return [...made, ...(await finishSeries(tx, series, { actor, now, newId }))];
  }
  await saveNextDue(tx, { ...series, updatedAt: now.toISOString(), nextDueAt: next });
  return made;
}

/** The rule has no slot left: the series stays, but makes nothing more. */
export async function finishSeries(
  tx: Tx,
  series: Series,
  { actor, now, newId }: Cause,
): Promise<OutgoingEvent[]> {
  const ended: Series = { ...stamped(series, now), nextDueAt: null, state: 'finished' };
  await saveNextDue(tx, ended);
  return [seriesEvent('ended', ended, { actor, now, eventId: newId() }, series)];
}

/** Makes what follows an occurrence that was done or let go at `at`, or ends the series. */
export async function followUp(
  tx: Tx,
  series: Series,
  last: Predecessor & { slotAt: string; at: string },
  cause: Cause,
): Promise<OutgoingEvent[]> {
  const completions = await completionsOf(tx, series.id);
  const slot = slotAfter(series, { dueAt: last.slotAt, completedAt: last.at }, completions);
  return slot
    ? makeOccurrence(tx, series, slot, { ...last, since: last.at, completions }, cause)
    : finishSeries(tx, series, cause);
}

/** Deletes what followed an occurrence, as long as nobody has touched it. */
export async function takeBackSuccessor(tx: Tx, task: Task, cause: Cause): Promise<OutgoingEvent[]> {
  const { recurrence } = task;
  // One that came when its time had come does not depend on what became of this one.
  if (recurrence?.spawn !== 'completion') return [];
  const { actor, now, newId } = cause;
  const successor = await findUntouched(tx, successorId(task.id), actor);
  const events: OutgoingEvent[] = [];
  if (successor) {
    const [taken, takenBack] = remove(successor, { actor, now, eventId: newId() });
    await removeTask(tx, taken);
    await cancelEverybodysReminders(tx, taken.id);
    events.push(takenBack);
  }
  const series = await lockSeries(tx, recurrence.seriesId);
  return series ? [...events, ...(await refreshSeries(tx, series, cause))] : events;
}

/**
 * Says again when a series comes next, after what is open of it has changed. A series that had
 * finished with its last occurrence goes on where there is an open one again.
 */
export async function refreshSeries(
  tx: Tx,
  series: Series,
  { actor, now, newId }: Cause,
): Promise<OutgoingEvent[]> {
  const { slotAt, madeAt, completions } = await standingOf(tx, series.id);
  const last = series.spawn === 'schedule' ? madeAt : slotAt;
  if (!last || !(series.state === 'active' || series.state === 'finished')) return [];
  const next = nextDueAt(series, last.toISOString(), completions);
  if (series.state === 'active') {
    if (next !== series.nextDueAt) await saveNextDue(tx, { ...series, nextDueAt: next });
    return [];
  }
  const revived: Series = { ...stamped(series, now), nextDueAt: next, state: 'active' };
  await saveNextDue(tx, revived);
  return [seriesEvent('updated', revived, { actor, now, eventId: newId() }, series)];
}
