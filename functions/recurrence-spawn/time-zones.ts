import { toInstant } from '@zerodo/domain/local-time';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { type Series, stamped } from '@zerodo/domain/series';
import { seriesEvent } from '@zerodo/domain/series-events';
import { nextDueAt } from '@zerodo/domain/series-slots';
import { nextByNow, recomputed } from '@zerodo/domain/time-zones';
import type { TickContext } from '@zerodo/runtime/tick';
import { lastOccurrence, standingOf } from '@zerodo/store/occurrences';
import { saveNextDue } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { saveTask } from '@zerodo/store/tasks';
import {
  lockStaleSeries,
  lockStaleTasks,
  saveSlotInstant,
  stampSeries,
  stampTasks,
} from '@zerodo/store/time-zones';

const batch = 200;

type Moment = { now: Date; newId: () => string };
type Batch = { result: { seen: number; changed: string[] }; events: OutgoingEvent[] };

/**
 * Recomputes what other time zone rules than those of this process have computed: open tasks that
 * are due in the future, with their reminders, and when series come next. Says in the log which
 * have changed. Where all rules are the same it costs two empty index lookups.
 */
export async function recomputeInstants({
  transaction,
  now,
  newId,
  log,
  stopping,
}: TickContext): Promise<void> {
  for (const [what, step] of [
    ['tasks', tasks],
    ['series', series],
  ] as const) {
    const changed: string[] = [];
    for (let seen = batch; seen === batch && !stopping.aborted; ) {
      const found = await transaction((tx) => step(tx, { now: now(), newId }));
      seen = found.seen;
      changed.push(...found.changed);
    }
    if (changed.length > 0) {
      log.info(
        { tzdata: process.versions.tz, [what]: changed, changed: changed.length },
        'time zone rules have changed',
      );
    }
  }
}

async function tasks(tx: Tx, { now, newId }: Moment): Promise<Batch> {
  const stale = await lockStaleTasks(tx, batch);
  const events: OutgoingEvent[] = [];
  for (const { task, createdBy, slotLocal } of stale) {
    const moved = recomputed(task, { actor: createdBy, now, eventId: newId() });
    if (slotLocal && task.due) await saveSlotInstant(tx, task.id, toInstant(slotLocal, task.due.timezone));
    if (!moved) continue;
    // Its slot is the same one on the wall clock: nothing was moved away from it.
    await saveTask(tx, moved[0], createdBy, { ...task, dueAt: moved[0].dueAt });
    events.push(moved[1]);
  }
  await stampTasks(
    tx,
    stale.map(({ task }) => task.id),
  );
  return { result: { seen: stale.length, changed: events.map(({ subject }) => subject) }, events };
}

async function series(tx: Tx, { now, newId }: Moment): Promise<Batch> {
  const stale = await lockStaleSeries(tx, batch);
  const events: OutgoingEvent[] = [];
  for (const one of stale) {
    const next = await nextOf(tx, one);
    if (next === one.nextDueAt) continue;
    const moved = { ...stamped(one, now), nextDueAt: next };
    await saveNextDue(tx, moved);
    events.push(seriesEvent('updated', moved, { actor: one.createdBy, now, eventId: newId() }, one));
  }
  await stampSeries(
    tx,
    stale.map(({ id }) => id),
  );
  return { result: { seen: stale.length, changed: events.map(({ subject }) => subject) }, events };
}

async function nextOf(tx: Tx, one: Series): Promise<string | null> {
  if (one.spawn === 'schedule') return nextByNow(one, (await lastOccurrence(tx, one.id))?.slotAt ?? null);
  const { slotAt, completions } = await standingOf(tx, one.id);
  return slotAt ? nextDueAt(one, slotAt.toISOString(), completions) : one.nextDueAt;
}
