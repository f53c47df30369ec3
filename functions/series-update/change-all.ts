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
  if (waits(series, next, changes, open.length)) {
    const revived = await goOn(tx, series, next, whose).catch(nothingLeft);
    if (revived) return { id, events: [...revived, ...events] };
  }
  const dueNext = changesRule(changes) ? await nextOf(tx, next, lastSlot, completions) : series.nextDueAt;
  // Neither its time nor a completion would wake it again.
  const isOver = series.state === 'active' && dueNext === null && isAlone(series, next, open.length);
  const saved: Series = {
    ...next,
    nextDueAt: series.state === 'active' ? dueNext : null,
    state: isOver ? 'finished' : next.state,
  };
  await saveSeries(tx, saved);
  const { actor, now, newId } = whose;
  const what = isOver ? 'ended' : 'updated';
  return { id, events: [seriesEvent(what, saved, { actor, now, eventId: newId() }, series), ...events] };
}

/** Nothing of it is open that another one could follow; what is done already has been followed, or will be. */
const isAlone = (before: Series, next: Series, open: number): boolean =>
  next.spawn === 'schedule' || (open === 0 && before.spawn === 'schedule');

/** Whether it has come to its end by itself, or has stopped going by the clock with nothing open. */
const waits = (before: Series, next: Series, changes: SeriesChanges, open: number): boolean =>
  before.state === 'finished'
    ? changesRule(changes)
    : before.state === 'active' && next.spawn === 'completion' && isAlone(before, next, open);

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
