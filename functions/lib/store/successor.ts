// What a series makes next, stored with the facts that announce it.

import { remove } from '@zerodo/domain/changes';
import { successorId } from '@zerodo/domain/ids';
import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import { type Habits, occurrenceOf, type Predecessor, type Series, stamped } from '@zerodo/domain/series';
import { seriesEvent } from '@zerodo/domain/series-events';
import { freeSlot, nextDueAt, type Slot, slotAfter } from '@zerodo/domain/series-slots';
import type { Task } from '@zerodo/domain/task';
import {
  addOccurrence,
  findUntouched,
  lastOccurrence,
  roomAfter,
  standingOf,
  type Untouched,
} from './occurrences.ts';
import { copyParts } from './part-copies.ts';
import { deletionOf, partsOf } from './parts.ts';
import { cancelEverybodysReminders } from './reminders.ts';
import { lockSeries, saveNextDue } from './series.ts';
import type { Tx } from './sql.ts';
import { removeTask } from './tasks.ts';

/** Who caused it (the one who completed, or the series' creator on schedule), and when. */
export type Cause = { actor: string; now: Date; newId: () => string };

/**
 * Makes the one occurrence that follows `predecessor`; it is not announced when it is there already.
 * `completions` counts what has been done, `habits` are those of the series' creator.
 */
export async function makeOccurrence(
  tx: Tx,
  series: Series,
  slot: Slot,
  { completions, habits, ...predecessor }: Predecessor & { completions: number; habits: Habits },
  { actor, now, newId }: Cause,
): Promise<OutgoingEvent[]> {
  const eventId = newId();
  const [fresh] = occurrenceOf(series, slot, { predecessor, habits, now, eventId });
  const onSchedule = series.spawn === 'schedule';
  const added = await addOccurrence(tx, fresh, series.createdBy, onSchedule || predecessor.isOver);
  // Told of once more: what came after it is not undone.
  if (!added) return [];
  const follows = predecessor.id === series.id ? {} : { predecessorId: predecessor.id };
  const change = { actor, now, eventId, ...follows };
  const made: OutgoingEvent[] = [taskEvent('dev.zerodo.task.created.v1', added, Object.keys(added), change)];
  const cause = { actor, now, newId };
  if (predecessor.hasParts) made.push(...(await copyParts(tx, predecessor.id, added, cause)));
  if (added.parentId) made.push(...(await goWithParent(tx, added, cause)));
  const next = nextDueAt(series, slot.dueAt, completions);
  // Nothing but its time wakes a series that spawns on schedule: without another slot it is over now.
  if (next === null && onSchedule) {
    return [...made, ...(await finishSeries(tx, series, cause))];
  }
  await saveNextDue(tx, { ...series, updatedAt: now.toISOString(), nextDueAt: next });
  return made;
}

/** What comes below a task that is deleted waits with it: it was deleted at the same moment, and is restored with it. */
async function goWithParent(tx: Tx, task: Task, { actor, now, newId }: Cause): Promise<OutgoingEvent[]> {
  const deletedAt = await deletionOf(tx, task.parentId!);
  if (!deletedAt) return [];
  const events: OutgoingEvent[] = [];
  for (const one of [...(await partsOf(tx, task.id, { userId: actor, deletedAt: null })), task]) {
    const [gone, told] = remove(one, { actor, now, eventId: newId() });
    await removeTask(tx, gone, { at: deletedAt });
    await cancelEverybodysReminders(tx, gone.id);
    events.push(told);
  }
  return events;
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
  { slotAt, at, ...last }: Predecessor & { slotAt: string; at: string },
  cause: Cause,
): Promise<OutgoingEvent[]> {
  const room = await roomAfter(tx, series, slotAt, last.id);
  const { completions, habits } = room;
  const slot = freeSlot(series, slotAfter(series, { dueAt: slotAt, completedAt: at }, completions), room);
  return slot
    ? makeOccurrence(tx, series, slot, { ...last, completions, habits }, cause)
    : finishSeries(tx, series, cause);
}

/**
 * An active series that goes on from one occurrence to the next has an open one: where a change has left it without,
 * what follows its last one comes now.
 */
export async function keepGoing(tx: Tx, series: Series, cause: Cause): Promise<OutgoingEvent[]> {
  if (series.state !== 'active' || series.spawn !== 'completion') return [];
  const { isOpen } = await standingOf(tx, series.id);
  const last = isOpen ? undefined : await lastOccurrence(tx, series.id);
  if (!last) return [];
  const latest = new Date(Math.max(last.slotAt.getTime(), cause.now.getTime()));
  const at = (last.completedAt ?? latest).toISOString();
  return followUp(tx, series, { ...last, slotAt: last.slotAt.toISOString(), at, isOver: true }, cause);
}

/** Deletes what followed an occurrence, as long as nobody has touched it. */
export async function takeBackSuccessor(tx: Tx, task: Task, cause: Cause): Promise<OutgoingEvent[]> {
  const { recurrence } = task;
  // One that came when its time had come does not depend on what became of this one.
  if (recurrence?.spawn !== 'completion') return [];
  const { actor, now, newId } = cause;
  const successor = await untouchedAfter(tx, task.id, actor);
  const events: OutgoingEvent[] = [];
  for (const one of successor ? [...successor.parts, successor.task] : []) {
    const [taken, takenBack] = remove(one, { actor, now, eventId: newId() });
    await removeTask(tx, taken, { takenBack: true });
    await cancelEverybodysReminders(tx, taken.id);
    events.push(takenBack);
  }
  const series = await lockSeries(tx, recurrence.seriesId);
  return series ? [...events, ...(await refreshSeries(tx, series, cause))] : events;
}

/** What follows, past those that somebody has deleted. */
async function untouchedAfter(tx: Tx, id: string, userId: string): Promise<Untouched | undefined> {
  const next = successorId(id);
  const found = await findUntouched(tx, next, userId);
  return found === 'deleted' ? untouchedAfter(tx, next, userId) : found;
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
