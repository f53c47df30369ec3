import { meansOf } from '@zerodo/domain/channel-means';
import { dueCause } from '@zerodo/domain/mail/undelivered';
import { defineReaction } from '@zerodo/runtime/reaction';
import { announce, entriesOf } from '@zerodo/store/announce';
import { isDueAt } from '@zerodo/store/due-tasks';
import { membersToTell } from '@zerodo/store/recipients';

/** Tells whoever asked for it that a task comes near its due time or has passed it. */
export const notice = defineReaction({
  name: 'notification-send',
  accepts: ['dev.zerodo.task.due-soon.v1', 'dev.zerodo.task.overdue.v1'],
  as: 'worker',

  async handle({ type, data: { taskId, projectId, dueAt, assigneeId } }, { tx, now, newId, config }) {
    const due = new Date(dueAt);
    if (!(await isDueAt(tx, taskId, due))) return { events: [] };
    const soon = type === 'dev.zerodo.task.due-soon.v1';
    const kind = soon ? 'due-soon' : 'overdue';
    const members = await membersToTell(tx, projectId, { assigneeId });
    const clock = { now: now(), newId };
    const entries = members
      .filter(({ preferences: { notices } }) => (soon ? notices.dueSoon : notices.overdue))
      .flatMap((person) => {
        const cause = dueCause(kind, taskId, due);
        const { channels } = person.preferences;
        const message = { cause, kind, taskId, projectId, fireAt: clock.now, channels } as const;
        return entriesOf(message, person, meansOf(config), clock);
      });
    return { events: await announce(tx, entries, clock) };
  },
});
