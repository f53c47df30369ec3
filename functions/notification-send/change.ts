import { meansOf } from '@zerodo/domain/channel-means';
import type { NotificationKind } from '@zerodo/domain/notification';
import { isWorthTelling, mayTell, windowMs, windowOf } from '@zerodo/domain/shared-notices';
import { defineReaction } from '@zerodo/runtime/reaction';
import { announce, entriesOf } from '@zerodo/store/announce';
import { changedTask, nameOf, recordedChange, toldSince } from '@zerodo/store/notices';
import { membersToTell } from '@zerodo/store/recipients';

const kinds = {
  'dev.zerodo.task.created.v1': 'task-created',
  'dev.zerodo.task.updated.v1': 'task-updated',
  'dev.zerodo.task.completed.v1': 'task-completed',
} as const satisfies Record<string, NotificationKind>;

/** Tells the others of a shared project what one of them did. */
export const change = defineReaction({
  name: 'notification-send',
  accepts: ['dev.zerodo.task.created.v1', 'dev.zerodo.task.updated.v1', 'dev.zerodo.task.completed.v1'],
  as: 'worker',

  async handle({ id, type, data }, { tx, now, newId, config }) {
    if (!isWorthTelling(data)) return { events: [] };
    // Who did it and where is what was recorded, whatever the message says.
    const taskId = data.task.id;
    const recorded = await recordedChange(tx, { id, type, taskId });
    const task = await changedTask(tx, taskId);
    if (!recorded || recorded.projectId !== task?.projectId) return { events: [] };
    const { userId: actorId, projectId, time } = recorded;

    const members = await membersToTell(tx, projectId, { except: actorId });
    const willing = members.filter(({ preferences }) => preferences.notices.shared);
    if (willing.length === 0) return { events: [] };
    const clock = { now: now(), newId };
    const since = new Date(clock.now.getTime() - windowMs);
    const userIds = willing.map(({ userId }) => userId);
    const told = await toldSince(tx, { userIds, actorId, projectId, since });
    const actor = { id: actorId, name: await nameOf(tx, actorId) };
    const kind = kinds[type];
    const cause =
      kind === 'task-updated' ? `${kind} ${taskId} ${actorId} ${windowOf(time)}` : `${kind} ${id}`;
    const entries = willing.flatMap((person) => {
      const channels = mayTell(
        person.preferences.channels,
        told.find(({ userId }) => userId === person.userId),
      );
      const message = { cause, kind, taskId, projectId, actor, fireAt: clock.now, channels };
      return entriesOf(message, person, meansOf(config), clock);
    });
    return { events: await announce(tx, entries, clock) };
  },
});
