import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import type { Series } from '@zerodo/domain/series';
import { seriesEvent } from '@zerodo/domain/series-events';
import { nextDueAt, nextSlot, type Slot, slotAfter } from '@zerodo/domain/series-slots';
import { habitsOf } from '@zerodo/store/habits';
import { type LastOccurrence, lastOccurrence, standingOf } from '@zerodo/store/occurrences';
import { saveSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { type Cause, makeOccurrence } from '@zerodo/store/successor';

/**
 * A series goes on: it is active, and where nothing of it is open it makes the one occurrence that
 * is due after now. What would have come meanwhile does not. `before` is what it was.
 *
 * @throws Rejected `no-next-occurrence`
 */
export async function goOn(tx: Tx, before: Series, series: Series, cause: Cause): Promise<OutgoingEvent[]> {
  const { id, projectId } = series;
  const { slotAt, completions } = await standingOf(tx, id);
  const last = await lastOccurrence(tx, id);
  const onSchedule = series.spawn === 'schedule';
  const slot = slotAt && !onSchedule ? null : slotFromNow(series, last, completions, cause.now);
  if (!slot && !slotAt) {
    throw new Rejected('no-next-occurrence', 'The rule has no date left: change it, or let it end later.');
  }
  const made = slot && !onSchedule;
  const next = onSchedule
    ? (slot?.dueAt ?? null)
    : nextDueAt(series, made ? slot.dueAt : slotAt!.toISOString(), completions);
  const going: Series = { ...series, state: 'active', nextDueAt: next };
  await saveSeries(tx, going);
  const changed = seriesEvent('updated', going, { ...cause, eventId: cause.newId() }, before);
  if (!made) return [changed];
  const predecessor = { ...(last ?? { id, projectId, parentId: null }), isOver: true };
  const habits = await habitsOf(tx, series.createdBy);
  return [
    changed,
    ...(await makeOccurrence(tx, going, slot, { ...predecessor, completions, habits }, cause)),
  ];
}

/** The first slot after now that the series has not made yet. */
function slotFromNow(
  series: Series,
  last: LastOccurrence | undefined,
  completions: number,
  now: Date,
): Slot | null {
  if (!last) return nextSlot(series, now);
  if (series.mode === 'schedule') {
    return nextSlot(series, new Date(Math.max(last.slotAt.getTime(), now.getTime())));
  }
  const from = (done: Date) =>
    slotAfter(series, { dueAt: last.slotAt.toISOString(), completedAt: done.toISOString() }, completions);
  const natural = from(last.completedAt ?? last.slotAt);
  return natural && Date.parse(natural.dueAt) > now.getTime() ? natural : from(now);
}
