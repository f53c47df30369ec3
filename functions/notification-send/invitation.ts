import { meansOf } from '@zerodo/domain/channel-means';
import { defineReaction } from '@zerodo/runtime/reaction';
import { announce, entriesOf } from '@zerodo/store/announce';
import { invitedPeople } from '@zerodo/store/invitations';
import { recipients } from '@zerodo/store/recipients';

/** Tells in the inbox whoever has confirmed the address that an invitation went to. */
export const invitation = defineReaction({
  name: 'notification-send',
  accepts: ['dev.zerodo.project.updated.v1'],
  as: 'worker',

  async handle({ data: { project, changed } }, { tx, now, newId, config }) {
    if (!changed.includes('invitations')) return { events: [] };
    const clock = { now: now(), newId };
    const invited = await invitedPeople(tx, project.id, clock.now);
    const people = await recipients(
      tx,
      invited.map(({ userId }) => userId),
    );
    const entries = invited.flatMap(({ userId, id, createdAt, about, actorId, actorName }) => {
      const cause = `invitation ${id} ${createdAt.toISOString()}`;
      const subject = { taskId: null, projectId: null, about, actor: { id: actorId, name: actorName } };
      const message = {
        cause,
        kind: 'invitation',
        ...subject,
        fireAt: clock.now,
        channels: ['in-app'],
      } as const;
      const person = people.find((one) => one.userId === userId)!;
      return entriesOf(message, person, meansOf(config), clock);
    });
    return { events: await announce(tx, entries, clock) };
  },
});
