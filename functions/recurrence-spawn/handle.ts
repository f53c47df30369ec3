/**
 * Makes the next occurrence of a series: when one is completed, when its time comes, or when it should have come and did
 * not. Recomputes future instants when the time zone rules have changed.
 *
 * in   dev.zerodo.task.completed.v1 (recurring=true), a tick
 * out  dev.zerodo.task.created.v1, .updated.v1, .deleted.v1 (what waits with its parent), dev.zerodo.series.ended.v1, .updated.v1
 */
import { defineReaction } from '@zerodo/runtime/reaction';
import { defineTick } from '@zerodo/runtime/tick';
import { readCompleted } from '@zerodo/store/occurrences';
import { lockScheduled, lockSeries } from '@zerodo/store/series';
import { followUp } from '@zerodo/store/successor';
import { spawnDue } from './spawn-due.ts';
import { wakeStalled } from './stalled.ts';
import { recomputeInstants } from './time-zones.ts';

const onCompletion = defineReaction({
  name: 'recurrence-spawn',
  accepts: ['dev.zerodo.task.completed.v1'],
  as: 'user',

  async handle({ data, userid }, { tx, now, newId }) {
    // What the rows say now counts: opened again meanwhile, it has no successor.
    const found = await readCompleted(tx, data.task.id, userid!);
    if (!found?.slotAt || !found.done.completedAt || !found.done.recurrence) return { events: [] };
    const { done, slotAt, hasParts } = found;
    const series = await lockSeries(tx, done.recurrence!.seriesId);
    if (series?.state !== 'active' || series.spawn !== 'completion') return { events: [] };
    const last = { ...done, slotAt, hasParts, at: done.completedAt! };
    return { events: await followUp(tx, series, last, { actor: userid!, now: now(), newId }) };
  },
});

/** Steps of one tick; what is left then is the next one's. */
const mostSteps = 1_000;

const onSchedule = defineTick({
  name: 'recurrence-spawn',

  async handle(context) {
    await recomputeInstants(context);
    await wakeStalled(context);
    const { transaction, now, newId, stopping } = context;
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

export default [onCompletion, onSchedule];
