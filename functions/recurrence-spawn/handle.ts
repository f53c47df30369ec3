/**
 * Makes the next occurrence of a series: when one is completed, or when its time comes.
 *
 * in   dev.zerodo.task.completed.v1 (recurring=true), a tick
 * out  dev.zerodo.task.created.v1, dev.zerodo.series.ended.v1
 */
import { type Series, slotAfter, slotBy } from '@zerodo/domain/series';
import { defineReaction } from '@zerodo/runtime/reaction';
import { defineTick } from '@zerodo/runtime/tick';
import { lastOccurrence, readCompleted } from '@zerodo/store/occurrences';
import { completionsOf, lockScheduled, lockSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { endSeries, makeOccurrence } from './make-occurrence.ts';

const onCompletion = defineReaction({
  name: 'recurrence-spawn',
  accepts: ['dev.zerodo.task.completed.v1'],
  as: 'user',

  async handle({ data, userid }, { tx, now, newId }) {
    // What the rows say now counts: reopened or deleted meanwhile, it has no successor.
    const done = await readCompleted(tx, data.task.id, userid!);
    const series = done?.recurrence && (await lockSeries(tx, done.recurrence.seriesId));
    if (!done?.dueAt || !done.completedAt || !series?.isActive || series.spawn !== 'completion')
      return { events: [] };

    const { dueAt, completedAt } = done;
    const slot = slotAfter(series, { dueAt, completedAt }, await completionsOf(tx, series.id));
    const cause = { actor: userid!, now: now(), newId };
    const events = slot
      ? await makeOccurrence(tx, series, slot, done, cause)
      : await endSeries(tx, series, cause);
    return { events };
  },
});

/** Steps of one tick; what is left then is the next one's. */
const mostSteps = 1_000;

const onSchedule = defineTick({
  name: 'recurrence-spawn',

  async handle({ transaction, now, newId, stopping }) {
    for (let step = 0; step < mostSteps && !stopping.aborted; step++) {
      const found = await transaction(async (tx) => {
        const at = now();
        const series = await lockScheduled(tx, at);
        if (!series?.nextDueAt) return { result: false, events: [] };
        return { result: true, events: await spawnDue(tx, series, { now: at, newId }) };
      });
      if (!found) return;
    }
  },
});

async function spawnDue(tx: Tx, series: Series, moment: { now: Date; newId: () => string }) {
  const cause = { ...moment, actor: series.createdBy };
  const last = await lastOccurrence(tx, series.id);
  const slot = last && slotBy(series, series.nextDueAt!, moment.now);
  return slot
    ? makeOccurrence(tx, series, slot, { ...last, completedAt: null }, cause)
    : endSeries(tx, series, cause);
}

export default [onCompletion, onSchedule];
