import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Series } from '@zerodo/domain/series';
import { slotBy } from '@zerodo/domain/series-slots';
import { habitsOf } from '@zerodo/store/habits';
import { lastOccurrence } from '@zerodo/store/occurrences';
import type { Tx } from '@zerodo/store/sql';
import { finishSeries, makeOccurrence } from '@zerodo/store/successor';

/** Makes what a series that spawns on schedule is to make now, or ends it where its rule has nothing left. */
export async function spawnDue(
  tx: Tx,
  series: Series,
  moment: { now: Date; newId: () => string },
): Promise<OutgoingEvent[]> {
  const cause = { ...moment, actor: series.createdBy };
  const slot = slotBy(series, series.nextDueAt!, moment.now);
  if (!slot) return finishSeries(tx, series, cause);
  const { id, projectId } = series;
  // What was made before it, or, the first time, the series itself.
  const [last, habits] = await Promise.all([lastOccurrence(tx, id), habitsOf(tx, series.createdBy)]);
  const follows = last ?? { id, projectId, parentId: null };
  return makeOccurrence(tx, series, slot, { ...follows, completions: 0, habits }, cause);
}
