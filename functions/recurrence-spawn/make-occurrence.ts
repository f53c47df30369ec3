import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import { nextDueAt, occurrenceOf, type Series, type Slot, seriesEvent } from '@zerodo/domain/series';
import { addOccurrence } from '@zerodo/store/occurrences';
import { saveNextDue } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';

type Moment = { now: Date; newId: () => string };

/** Makes the one occurrence that follows `predecessor`; nothing when it is there already. */
export async function makeOccurrence(
  tx: Tx,
  series: Series,
  slot: Slot,
  predecessor: { id: string; projectId: string },
  { now, newId }: Moment,
): Promise<OutgoingEvent[]> {
  const eventId = newId();
  const [fresh] = occurrenceOf(series, slot, { predecessor, now, eventId });
  const added = await addOccurrence(tx, fresh, series.createdBy);
  await saveNextDue(tx, {
    ...series,
    nextDueAt: nextDueAt(series, new Date(slot.dueAt)),
    version: series.version + 1,
    updatedAt: now.toISOString(),
  });
  if (!added) return [];
  const change = { actor: series.createdBy, now, eventId, predecessorId: predecessor.id };
  return [taskEvent('dev.zerodo.task.created.v1', added, Object.keys(added), change)];
}

/** The rule has no slot left: the series stays, but makes nothing more. */
export async function endSeries(tx: Tx, series: Series, { now, newId }: Moment): Promise<OutgoingEvent[]> {
  const ended: Series = {
    ...series,
    nextDueAt: null,
    isActive: false,
    version: series.version + 1,
    updatedAt: now.toISOString(),
  };
  await saveNextDue(tx, ended);
  const change = { actor: series.createdBy, now, eventId: newId() };
  return [seriesEvent('dev.zerodo.series.ended.v1', ended, change)];
}
