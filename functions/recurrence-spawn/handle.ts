/**
 * Makes the next occurrence of a series: when one is completed, or when its time comes.
 *
 * in   dev.zerodo.task.completed.v1 (recurring=true), a tick
 * out  dev.zerodo.task.created.v1, dev.zerodo.series.ended.v1
 */
import { slotAfter, slotBy } from '@zerodo/domain/series';
import { defineReaction } from '@zerodo/runtime/reaction';
import { defineTick } from '@zerodo/runtime/tick';
import { lastOccurrence, readCompleted } from '@zerodo/store/occurrences';
import { completionsOf, lockScheduled, lockSeries } from '@zerodo/store/series';
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

    const completions = await completionsOf(tx, series.id);
    const { dueAt, completedAt } = done;
    const slot = slotAfter(series, { dueAt, completedAt }, completions);
    const change = { now: now(), newId };
    return {
      events: slot
        ? await makeOccurrence(tx, series, slot, done, change)
        : await endSeries(tx, series, change),
    };
  },
});

const onSchedule = defineTick({
  name: 'recurrence-spawn',

  async handle({ transaction, now, newId, stopping }) {
    let more = true;
    while (more && !stopping.aborted) {
      more = await transaction(async (tx) => {
        const change = { now: now(), newId };
        const series = await lockScheduled(tx, change.now);
        if (!series) return { result: false, events: [] };
        const last = await lastOccurrence(tx, series.id);
        const slot = last && slotBy(series, last.dueAt, change.now);
        const events = slot
          ? await makeOccurrence(tx, series, slot, last, change)
          : await endSeries(tx, series, change);
        return { result: true, events };
      });
    }
  },
});

export default [onCompletion, onSchedule];
