import { type Due, localDue } from '@zerodo/domain/due';
import { followingSeriesId } from '@zerodo/domain/ids';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { type Series, stamped } from '@zerodo/domain/series';
import { changesRule, patchSeries } from '@zerodo/domain/series-change';
import { seriesEvent } from '@zerodo/domain/series-events';
import { nextDueAt } from '@zerodo/domain/series-slots';
import { anchorAt, remainingRules, until } from '@zerodo/domain/series-split';
import type { OpenOccurrence } from '@zerodo/store/occurrences';
import { addSeries, lockSeries, saveSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import type { Changing } from './change-all.ts';
import { moveOccurrences } from './change-occurrences.ts';

/** Whether nothing of the series lies before this occurrence: what follows it is all of it. */
export async function isFirst(tx: Tx, seriesId: string, { task, slotAt }: OpenOccurrence): Promise<boolean> {
  const [earlier] = await tx`
    select from tasks
    where series_id = ${seriesId} and id <> ${task.id} and coalesce(slot_at, due_at) < ${slotAt}
      and (deleted_at is null or status = 'completed')
    limit 1
  `;
  return !earlier;
}

/**
 * Splits a series: it ends before the occurrence's slot, and another one with the changes begins
 * there, which what is open from that slot on belongs to. What is done stays with the first.
 */
export async function changeFollowing(
  tx: Tx,
  { series, open, changes, completions, whose }: Changing,
  { task, left, slotAt }: OpenOccurrence,
): Promise<{ id: string; events: OutgoingEvent[] }> {
  const { actor, now, newId } = whose;
  const begins = left ? dueAtSlot(task.due!, left.local) : task.due!;
  const anchor = changesRule(changes) ? { due: begins, dueAt: slotAt } : anchorAt(series, begins, slotAt);
  const rest = { ...series, rrules: remainingRules(series, anchor.dueAt, completions) };
  const fresh: Series = {
    ...patchSeries(rest, changes, whose.timezone, anchor.due),
    ...{ id: followingSeriesId(series.id, task.id), version: 1, state: series.state },
    ...{ createdAt: now.toISOString(), updatedAt: now.toISOString() },
  };
  const following = open.filter((one) => one.slotAt >= slotAt);
  const old = { ...series, dtstart: localDue(begins) };
  // Stored before what belongs to it.
  const again = (await addSeries(tx, fresh)) ? undefined : await lockSeries(tx, fresh.id, true);
  const whole = again ? { ...fresh, version: again.version + 1 } : fresh;
  const { events, lastSlot } = await moveOccurrences(
    tx,
    { open: following, old, next: whole, changes },
    whose,
  );
  const next = whole.state === 'active' ? nextDueAt(whole, lastSlot ?? slotAt, 0) : null;
  const begun: Series = { ...whole, nextDueAt: next };
  await saveSeries(tx, begun);

  const ended: Series = { ...stamped(series, now), until: until(begins), state: 'finished', nextDueAt: null };
  await saveSeries(tx, ended);
  return {
    id: begun.id,
    events: [
      seriesEvent('ended', ended, { actor, now, eventId: newId() }, series),
      seriesEvent('created', begun, { actor, now, eventId: newId() }),
      ...events,
    ],
  };
}

/** The local name of a slot as a due date, on the clock that it was moved away on. */
function dueAtSlot({ timezone, floating }: Due, local: string): Due {
  const [date = '', time] = local.split('T');
  return { date, time: time ?? null, timezone, floating };
}
