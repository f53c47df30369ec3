import type { RecurrenceInput, TaskChanges } from '@zerodo/domain/commands';
import type { Change, OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import { recurrenceFrom, type Series, seriesEvent, seriesOf, shown } from '@zerodo/domain/series';
import type { Task, TaskRecurrence } from '@zerodo/domain/task';
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
  const stamp = { version: (old?.version ?? 0) + 1, updatedAt: change.now.toISOString() };

  if (asked === null) {
    if (!old) return [undefined, []];
    const ended: Series = { ...old, ...stamp, isActive: false, nextDueAt: null };
    await saveSeries(tx, ended);
    return [null, [announce('ended', ended)]];
  }
  const rule = asked && patched(old, asked);
  // The same rule together with another due date is one that begins anew there.
  if (!rule || (old && after.due === before.due && JSON.stringify(rule) === JSON.stringify(ruleOf(old)))) {
    // The series moves with its task: what it makes next belongs where this one is now.
    if (old && moved) await saveSeries(tx, { ...old, ...stamp, projectId: after.projectId });
    return [undefined, []];
  }

  if (!after.due) throw new Rejected('recurrence-needs-due', 'A task that recurs needs a due date: add one.');
  const fresh = seriesOf(after, recurrenceFrom(rule, after.due), {
    id: old?.id ?? change.newId(),
    spawn: rule.spawn,
    actor: change.actor,
    now: change.now,
  });
  if (!old) {
    await addSeries(tx, fresh);
    return [shown(fresh), [announce('created', fresh)]];
  }
  const changed: Series = { ...fresh, ...stamp, createdBy: old.createdBy, createdAt: old.createdAt };
  await saveSeries(tx, changed);
  return [shown(changed), [announce('updated', changed)]];

  function announce(what: 'created' | 'updated' | 'ended', series: Series): OutgoingEvent {
    return seriesEvent(`dev.zerodo.series.${what}.v1`, series, { ...change, eventId: change.newId() });
  }
}

/** All that a caller may say of a rule, what is usual in place of null. */
const ruleOf = ({ rrules, mode, spawn, catchUp, exdates, rdates }: RecurrenceInput) => ({
  rrules,
  mode: mode ?? 'schedule',
  spawn: spawn ?? 'completion',
  catchUp: catchUp ?? 'latest',
  exdates: exdates ?? [],
  rdates: rdates ?? [],
});

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
