import { checkVersion, update } from '@zerodo/domain/changes';
import { localDue } from '@zerodo/domain/due';
import { Rejected } from '@zerodo/domain/rejected';
import { checkGoing } from '@zerodo/domain/series';
import { skipOccurrence } from '@zerodo/domain/series-commands';
import { skipTo } from '@zerodo/domain/series-skip';
import { nextDueAt } from '@zerodo/domain/series-slots';
import { defineCommand } from '@zerodo/runtime/command';
import { roomAfter, standingOf } from '@zerodo/store/occurrences';
import { knowPerson } from '@zerodo/store/people';
import { lockSeries } from '@zerodo/store/series';
import { refreshSeries } from '@zerodo/store/successor';
import { holdTask, readTask, saveTask } from '@zerodo/store/tasks';

/** The same task moves on to a later slot of its series: its history, its parts and its reminders go with it. */
export const skip = defineCommand({
  name: 'series-update',
  accepts: skipOccurrence,

  async handle({ data: { taskId, version, to = 'next' } }, { tx, now, newId, userId, person }) {
    const { deletedAt, slotAt, slotLocal } = await holdTask(tx, taskId, userId);
    if (deletedAt) throw new Rejected('task-not-found', 'There is no such task: it was deleted.');
    const task = await readTask(tx, taskId, userId);
    checkVersion(task, version);
    if (task.status === 'completed')
      throw new Rejected('task-already-completed', 'This task is completed already.');
    const series = task.recurrence && (await lockSeries(tx, task.recurrence.seriesId));
    if (!series || !slotAt || !task.due) {
      throw new Rejected('task-not-recurring', 'This task does not recur: there is no next one to skip to.');
    }
    checkGoing(series);

    const { madeAt, completions } = await standingOf(tx, series.id);
    const unmadeAt = series.nextDueAt ?? (madeAt && nextDueAt(series, madeAt.toISOString(), completions));
    const at = now();
    const own = slotAt.toISOString();
    const target = skipTo(series, to, at, {
      slotAt: own,
      unmadeAt,
      ...(await roomAfter(tx, series, own, taskId)),
    });
    if (target === undefined) return { answer: task, events: [] };
    if (target === null) {
      throw new Rejected(
        'no-next-occurrence',
        'This is the last one of its series: complete it or delete it.',
      );
    }
    const { timezone, preferences } = await knowPerson(tx, person);
    const slot = { from: slotLocal ?? localDue(task.due), to: localDue(target.due) };
    const cause = { actor: userId, now: at, newId };
    const around = { ...cause, eventId: newId(), timezone, quietHours: preferences.quietHours };
    const [moved, events] = update(task, { due: target.due }, { ...around, dueAt: target.dueAt, slot });
    await saveTask(tx, moved, userId, task, null);
    return { answer: moved, events: [...events, ...(await refreshSeries(tx, series, cause))] };
  },
});
