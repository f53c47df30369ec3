import type { TaskChanges } from '@zerodo/domain/commands';
import type { Change, OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import { recurrenceFrom, ruleOf, type Series, seriesOf, shown, stamped } from '@zerodo/domain/series';
import { seriesEvent } from '@zerodo/domain/series-events';
import { nextDueAt } from '@zerodo/domain/series-slots';
import type { Task, TaskRecurrence } from '@zerodo/domain/task';
import { standingOf } from '@zerodo/store/occurrences';
import { addSeries, lockSeries, saveSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';

/**
 * What becomes of the series when the recurrence of `before` is patched with `asked` (null: none,
 * undefined: as it was). `after` is the task as it will be, but for its recurrence. The answer is
 * undefined where the rule stays what it is.
 *
 * @throws Rejected `recurrence-needs-due`, `invalid-recurrence`, `recurrence-never-matches`,
 *   `invalid-request` for a new rule without rrules
 */
export async function changeSeries(
  tx: Tx,
  before: Task,
  after: Task,
  asked: TaskChanges['recurrence'],
  change: Change & { newId: () => string },
): Promise<[TaskRecurrence | null | undefined, OutgoingEvent[]]> {
  const moved = before.projectId !== after.projectId;
  if (asked === undefined && !moved) return [undefined, []];
  const old = before.recurrence ? await lockSeries(tx, before.recurrence.seriesId) : undefined;

  if (asked === null) {
    if (!old) return [undefined, []];
    const ended: Series = { ...stamped(old, change.now), state: 'ended', nextDueAt: null };
    return [null, [await stored('ended', ended, old)]];
  }
  const rule = asked && patched(old, asked);
  // The same rule together with another due date is one that begins anew there.
  if (!rule || (old && after.due === before.due && JSON.stringify(rule) === JSON.stringify(ruleOf(old)))) {
    if (!old || !moved) return [undefined, []];
    // The series moves with its task: what it makes next belongs where this one is now.
    return [
      undefined,
      [await stored('updated', { ...stamped(old, change.now), projectId: after.projectId }, old)],
    ];
  }

  if (!after.due) throw new Rejected('recurrence-needs-due', 'A task that recurs needs a due date: add one.');
  const fresh = seriesOf(after, recurrenceFrom(rule, after.due, old?.until), {
    id: old?.id ?? change.newId(),
    spawn: rule.spawn,
    actor: change.actor,
    now: change.now,
  });
  if (!old) {
    await addSeries(tx, fresh);
    return [shown(fresh), [announce('created', fresh)]];
  }
  const { version, updatedAt } = stamped(old, change.now);
  const { createdBy, createdAt } = old;
  const { slotAt, madeAt, completions } = await standingOf(tx, old.id);
  const last = (rule.spawn === 'schedule' ? madeAt : slotAt)?.toISOString() ?? '';
  // What has been made later than this one stays, and the next one comes after that.
  const next = after.dueAt && nextDueAt(fresh, last > after.dueAt ? last : after.dueAt, completions);
  const state = old.state === 'paused' ? 'paused' : 'active';
  const changed: Series = {
    ...{ ...fresh, version, updatedAt, createdBy, createdAt },
    ...{ state, nextDueAt: state === 'paused' ? null : next },
  };
  return [shown(changed), [await stored('updated', changed, old)]];

  async function stored(what: 'updated' | 'ended', series: Series, from: Series): Promise<OutgoingEvent> {
    await saveSeries(tx, series);
    return announce(what, series, from);
  }

  function announce(what: 'created' | 'updated' | 'ended', series: Series, from?: Series): OutgoingEvent {
    const { actor, now } = change;
    return seriesEvent(what, series, { actor, now, eventId: change.newId() }, from);
  }
}

function patched(old: Series | undefined, asked: NonNullable<TaskChanges['recurrence']>) {
  const { rrules, ...rest } = { ...(old && ruleOf(old)), ...asked };
  if (!rrules) {
    throw new Rejected(
      'invalid-request',
      'recurrence.rrules: this task does not recur yet, so send its rules as well.',
    );
  }
  return ruleOf({ rrules, ...rest });
}
