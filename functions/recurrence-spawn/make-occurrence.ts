import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import { nextDueAt, occurrenceOf, type Series, type Slot, seriesEvent } from '@zerodo/domain/series';
import { addOccurrence } from '@zerodo/store/occurrences';
import { saveNextDue } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';

/** Who caused it (the one who completed, or the series' creator on schedule), and when. */
type Cause = { actor: string; now: Date; newId: () => string };

type Predecessor = { id: string; projectId: string; completedAt: string | null };

/** Makes the one occurrence that follows `predecessor`; it is not announced when it is there already. */
export async function makeOccurrence(
  tx: Tx,
  series: Series,
  slot: Slot,
  predecessor: Predecessor,
  { actor, now, newId }: Cause,
): Promise<OutgoingEvent[]> {
  const eventId = newId();
  const [fresh] = occurrenceOf(series, slot, { predecessor, now, eventId });
  const added = await addOccurrence(tx, fresh, series.createdBy, predecessor.completedAt);
  const change = { actor, now, eventId, predecessorId: predecessor.id };
  const made = added ? [taskEvent('dev.zerodo.task.created.v1', added, Object.keys(added), change)] : [];
  const next = nextDueAt(series, new Date(slot.dueAt));
  // Nothing but its time wakes a series that spawns on schedule: without another slot it is over now.
  if (next === null && series.spawn === 'schedule') {
    return [...made, ...(await endSeries(tx, series, { actor, now, newId }))];
  }
  await saveNextDue(tx, { ...step(series, now), nextDueAt: next });
  return made;
}

/** The rule has no slot left: the series stays, but makes nothing more. */
export async function endSeries(
  tx: Tx,
  series: Series,
  { actor, now, newId }: Cause,
): Promise<OutgoingEvent[]> {
  const ended: Series = { ...step(series, now), nextDueAt: null, isActive: false };
  await saveNextDue(tx, ended);
  return [seriesEvent('dev.zerodo.series.ended.v1', ended, { actor, now, eventId: newId() })];
}

const step = (series: Series, now: Date): Series => ({
  ...series,
  version: series.version + 1,
  updatedAt: now.toISOString(),
});
