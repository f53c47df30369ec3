import { completeDue } from '@zerodo/domain/due-instant';
import { inboxId } from '@zerodo/domain/ids';
import { checkSize } from '@zerodo/domain/limits';
import { Rejected } from '@zerodo/domain/rejected';
import { usualReminders } from '@zerodo/domain/reminders';
import { recurrenceFrom, ruleOf, type Series } from '@zerodo/domain/series';
import { blankTemplate, templateOf } from '@zerodo/domain/series-change';
import { createSeries } from '@zerodo/domain/series-commands';
import { seriesEvent } from '@zerodo/domain/series-events';
import { firstSlot, nextDueAt } from '@zerodo/domain/series-slots';
import { defineCommand } from '@zerodo/runtime/command';
import { checkAssignee } from '@zerodo/store/members';
import { checkEditable, knowPerson } from '@zerodo/store/people';
import { addSeries } from '@zerodo/store/series';
import { readSeries } from '@zerodo/store/series-lists';
import { makeOccurrence } from '@zerodo/store/successor';

export const create = defineCommand({
  name: 'series-update',
  accepts: createSeries,

  async handle({ data }, { tx, now, newId, userId, person }) {
    const { timezone, preferences } = await knowPerson(tx, person);
    const projectId = data.projectId ?? inboxId(userId);
    await checkEditable(tx, projectId, userId);
    if (data.assigneeId) await checkAssignee(tx, data.assigneeId, projectId);

    const due = completeDue(data.due, timezone);
    const rule = ruleOf(data.recurrence);
    const ruled = recurrenceFrom(rule, due, data.until);
    const usual = usualReminders(due, preferences.reminders).filter(({ type }) => type === 'before');
    const at = now();
    const first = firstSlot(ruled)!;
    const series: Series = {
      ...ruled,
      ...templateOf(blankTemplate, { ...data, reminders: data.reminders ?? usual }),
      id: data.id ?? newId(),
      projectId,
      createdBy: userId,
      spawn: rule.spawn,
      // What spawns on schedule makes its first one when its time comes.
      nextDueAt: rule.spawn === 'schedule' ? first.dueAt : nextDueAt(ruled, first.dueAt, 0),
      state: 'active',
      version: 1,
      createdAt: at.toISOString(),
      updatedAt: at.toISOString(),
    };
    checkSize(series);
    if (!(await addSeries(tx, series))) {
      throw new Rejected(
        'series-exists',
        'A series with this id exists already: leave the id out or take a new one.',
      );
    }
    const cause = { actor: userId, now: at, newId };
    const created = seriesEvent('created', series, { ...cause, eventId: newId() });
    const habits = { timezone, quietHours: preferences.quietHours };
    const origin = { id: series.id, projectId, parentId: null, completions: 0, habits };
    const made = rule.spawn === 'schedule' ? [] : await makeOccurrence(tx, series, first, origin, cause);
    return { answer: await readSeries(tx, series.id, userId), created: true, events: [created, ...made] };
  },
});
