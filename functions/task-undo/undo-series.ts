import { update } from '@zerodo/domain/changes';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import { same } from '@zerodo/domain/same';
import { type Series, shown, stamped } from '@zerodo/domain/series';
import { seriesEvent, stateOf, withState } from '@zerodo/domain/series-events';
import type { SeriesState } from '@zerodo/domain/series-schema';
import { nextDueAt } from '@zerodo/domain/series-slots';
import {
  type ChangeMade,
  hasDone,
  type SeriesChangeMade,
  seriesBefore,
  seriesChangesWith,
} from '@zerodo/store/changes-made';
import { openOccurrences, standingOf } from '@zerodo/store/occurrences';
import { lockSeries, removeSeries, saveSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';
import { keepGoing } from '@zerodo/store/successor';
import { saveTask } from '@zerodo/store/tasks';
import type { Whose } from './undo.ts';

/** What a series was changed to together with a task, and what it will be instead; `made` is the change taken back. */
export type SeriesUndo = { made: SeriesChangeMade; current: Series; next: Series; isGone: boolean };

/** Follows from the rest. */
const derived = new Set(['nextDueAt', 'isActive']);

/**
 * What becomes of the series that were changed together with a task. Nothing is stored yet.
 *
 * @throws Rejected `changed-since`
 */
export async function planSeriesUndo(tx: Tx, change: ChangeMade): Promise<SeriesUndo[]> {
  const plans: SeriesUndo[] = [];
  for (const made of await seriesChangesWith(tx, change)) {
    const current = await lockSeries(tx, made.subject, true);
    const before = await seriesBefore(tx, made);
    if (!current) continue;
    const isGone = made.type === 'dev.zerodo.series.created.v1' || !before;
    if (isGone) await checkNothingDone(tx, current.id, change.data.task.id);
    const next = isGone ? { ...current, state: 'ended' as const } : putBack(current, before, made);
    plans.push({ made, current, next, isGone });
  }
  return plans;
}

/** What was done in a series that began with the change is not torn out of it. */
async function checkNothingDone(tx: Tx, seriesId: string, taskId: string): Promise<void> {
  if (!(await hasDone(tx, seriesId, taskId))) return;
  throw new Rejected(
    'changed-since',
    'Changed since: the series that began there has gone on. Change it by hand.',
  );
}

function putBack(current: Series, before: SeriesState, { data }: SeriesChangeMade): Series {
  const fields = data.changed.filter((field) => !derived.has(field));
  const [now, then] = [stateOf(current) as Record<string, unknown>, data.series as Record<string, unknown>];
  const theirs = fields.filter((field) => !same(now[field], then[field]));
  if (theirs.length > 0) {
    throw new Rejected(
      'changed-since',
      `Changed since in the series: ${theirs.join(', ')} (${current.updatedAt}). Change it by hand.`,
    );
  }
  return withState(current, before, fields);
}

/** Stores what was planned, once the task is what it was: when a series comes next follows from that. */
export async function finishSeriesUndo(
  tx: Tx,
  plans: readonly SeriesUndo[],
  whose: Whose,
): Promise<OutgoingEvent[]> {
  const { actor, now, newId } = whose;
  const events: OutgoingEvent[] = [];
  const saved: Series[] = [];
  const whole = plans.find(({ isGone }) => !isGone)?.next;
  for (const { isGone, next } of plans) {
    if (isGone && whole) events.push(...(await handOver(tx, next, whole, whose)));
  }
  for (const { made, current, next, isGone } of plans) {
    const { slotAt, madeAt, completions } = await standingOf(tx, next.id);
    const last = next.spawn === 'schedule' ? madeAt : slotAt;
    const due = next.state === 'active' && last ? nextDueAt(next, last.toISOString(), completions) : null;
    const stored: Series = { ...stamped(next, now), nextDueAt: due };
    await (isGone ? removeSeries(tx, stored) : saveSeries(tx, stored));
    if (!isGone) saved.push(stored);
    const what = isGone ? 'deleted' : stored.state === 'ended' ? 'ended' : 'updated';
    events.push(seriesEvent(what, stored, { actor, now, eventId: newId(), undoes: made.id }, current));
  }
  for (const series of saved) events.push(...(await keepGoing(tx, series, whose)));
  return events;
}

/** What else is open of a series that was split off belongs to the one that is whole again. */
async function handOver(tx: Tx, from: Series, to: Series, whose: Whose): Promise<OutgoingEvent[]> {
  const { actor, now, newId, timezone, quietHours } = whose;
  const events: OutgoingEvent[] = [];
  for (const { task, left } of await openOccurrences(tx, from.id, actor)) {
    const around = { actor, now, eventId: newId(), timezone, quietHours };
    const [moved, told] = update(task, {}, around, shown(to));
    await saveTask(tx, moved, actor, task, left);
    events.push(...told);
  }
  return events;
}
