import { checkVersion, remove, update } from '@zerodo/domain/changes';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { type Series, stamped } from '@zerodo/domain/series';
import { deleteSeries } from '@zerodo/domain/series-commands';
import { seriesEvent, stateOf } from '@zerodo/domain/series-events';
import { defineCommand } from '@zerodo/runtime/command';
import { openOccurrences } from '@zerodo/store/occurrences';
import { cancelEverybodysReminders } from '@zerodo/store/reminders';
import { lockOwnSeries, removeSeries } from '@zerodo/store/series';
import { removeTask, saveTask } from '@zerodo/store/tasks';

/** What is open stays as plain tasks, or goes too; what is done stays. */
export const deletion = defineCommand({
  name: 'series-update',
  accepts: deleteSeries,

  async handle({ data }, { tx, now, newId, userId }) {
    const series = await lockOwnSeries(tx, data.seriesId, userId);
    checkVersion(series, data.version);
    const at = now();
    const events: OutgoingEvent[] = [];
    for (const { task } of await openOccurrences(tx, series.id, userId)) {
      const change = { actor: userId, now: at, eventId: newId() };
      if (data.occurrences === 'delete') {
        const [removed, event] = remove(task, change);
        await removeTask(tx, removed);
        await cancelEverybodysReminders(tx, removed.id);
        events.push(event);
      } else {
        const [plain, changed] = update(task, {}, { ...change, timezone: series.timezone }, null);
        await saveTask(tx, plain, userId, task, null);
        events.push(...changed);
      }
    }
    const deleted: Series = { ...stamped(series, at), state: 'ended', nextDueAt: null };
    await removeSeries(tx, deleted);
    const event = seriesEvent('deleted', deleted, { actor: userId, now: at, eventId: newId() }, series);
    return { answer: { ...stateOf(deleted), openTaskId: null, openDueAt: null }, events: [event, ...events] };
  },
});
