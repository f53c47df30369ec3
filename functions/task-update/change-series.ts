import type { TaskChanges } from '@zerodo/domain/commands';
import type { Change, OutgoingEvent } from '@zerodo/domain/outgoing';
import { Rejected } from '@zerodo/domain/rejected';
import { recurrenceFrom, type Series, seriesEvent, seriesOf, shown } from '@zerodo/domain/series';
import type { Task, TaskRecurrence } from '@zerodo/domain/task';
import { addSeries, lockSeries, saveSeries } from '@zerodo/store/series';
import type { Tx } from '@zerodo/store/sql';

/**
 * What becomes of the series when the recurrence of `before` is changed to `asked` (null: none,
 * undefined: as it was). `after` is the task as it will be, but for its recurrence.
 *
 * @throws Rejected `recurrence-needs-due`, `invalid-recurrence`, `recurrence-never-matches`
 */
export async function changeSeries(
  tx: Tx,
  before: Task,
  after: Task,
  asked: TaskChanges['recurrence'],
  change: Change & { newId: () => string },
): Promise<[TaskRecurrence | null, OutgoingEvent[]]> {
  if (asked === undefined && before.projectId === after.projectId) return [before.recurrence, []];
  const old = before.recurrence ? await lockSeries(tx, before.recurrence.seriesId) : undefined;
  const stamp = { version: (old?.version ?? 0) + 1, updatedAt: change.now.toISOString() };

  if (asked === undefined) {
    // The series moves with its task: what it makes next belongs where this one is now.
    if (old) await saveSeries(tx, { ...old, ...stamp, projectId: after.projectId });
    return [before.recurrence, []];
  }
  if (asked === null) {
    if (!old) return [null, []];
    const ended: Series = { ...old, ...stamp, isActive: false, nextDueAt: null };
    await saveSeries(tx, ended);
    return [null, [announce('ended', ended)]];
  }

  if (!after.due) throw new Rejected('recurrence-needs-due', 'A task that recurs needs a due date: add one.');
  const spawn = asked.spawn ?? old?.spawn ?? 'completion';
  const fresh = seriesOf(after, recurrenceFrom(asked, after.due), {
    id: old?.id ?? change.newId(),
    spawn,
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
