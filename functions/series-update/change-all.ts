import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { type Series, stamped } from '@zerodo/domain/series';
import { changesRule, patchSeries } from '@zerodo/domain/series-change';
import type { SeriesChanges } from '@zerodo/domain/series-commands';
import { changedFields, seriesEvent } from '@zerodo/domain/series-events';
import { nextDueAt, nextSlot } from '@zerodo/domain/series-slots';
import { lastOccurrence, type OpenOccurrence } from '@zerodo/store/occurrences';
import { saveSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { moveOccurrences, type Whose } from './change-occurrences.ts';
import { goOn } from './go-on.ts';

/** A series that is held, what is open of it, and how much of it has been done. */
export type Changing = {
  series: Series;
  open: OpenOccurrence[];
  changes: SeriesChanges;
  completions: number;
  whose: Whose;
};

/** Changes the series and what is open of it. One that had nothing left goes on where the new rule has. */
export async function changeAll(
  tx: Tx,
  { series, open, changes, completions, whose }: Changing,
): Promise<{ id: string; events: OutgoingEvent[] }> {
  const { id } = series;
  const patched = patchSeries(series, changes, whose.timezone);
  if (changedFields(series, patched).length === 0) return { id, events: [] };
  const next = stamped(patched, whose.now);
  const { events, lastSlot } = await moveOccurrences(tx, { open, old: series, next, changes }, whose);
  if (series.state === 'finished' && changesRule(changes)) {
    const revived = await goOn(tx, series, next, whose).catch(nothingLeft);
    if (revived) return { id, events: [...revived, ...events] };
  }
  const dueNext = changesRule(changes) ? await nextOf(tx, next, lastSlot, completions) : series.nextDueAt;
  const saved: Series = { ...next, nextDueAt: series.state === 'active' ? dueNext : null };
  await saveSeries(tx, saved);
  const { actor, now, newId } = whose;
  return { id, events: [seriesEvent('updated', saved, { actor, now, eventId: newId() }, series), ...events] };
}

function nothingLeft(error: unknown): undefined {
  if ((error as { code?: string }).code !== 'no-next-occurrence') throw error;
}

async function nextOf(
  tx: Tx,
  series: Series,
  lastSlot: string | null,
  completions: number,
): Promise<string | null> {
  if (series.spawn === 'completion') return lastSlot && nextDueAt(series, lastSlot, completions);
  const made = lastSlot ?? (await lastOccurrence(tx, series.id))?.slotAt.toISOString();
  // Before its first one, the start itself is what comes next.
  return nextSlot(series, made ? new Date(made) : new Date(Date.UTC(1899, 11, 30)))?.dueAt ?? null;
}
