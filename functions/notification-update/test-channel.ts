import { meansOf, obstacle } from '@zerodo/domain/channel-means';
import { inboxId } from '@zerodo/domain/ids';
import { testChannel } from '@zerodo/domain/notification-commands';
import { Rejected } from '@zerodo/domain/rejected';
import { defineCommand } from '@zerodo/runtime/command';
import { announce, entriesOf } from '@zerodo/store/announce';
import { checkEditable, knowPerson } from '@zerodo/store/people';
import { recipients } from '@zerodo/store/recipients';

/** Sends the caller a test, the same way that everything else goes. */
export const testsChannel = defineCommand({
  name: 'notification-update',
  accepts: testChannel,

  async handle({ id, data: { channel } }, { tx, now, newId, userId, person, config }) {
    await knowPerson(tx, person);
    // Its events belong to the person's own project, which may not be there yet.
    await checkEditable(tx, inboxId(userId), userId);
    const means = meansOf(config);
    const [recipient] = await recipients(tx, [userId]);
    const reason = obstacle(channel, recipient!, means);
    if (reason) throw new Rejected('channel-not-configured', reason);
    const clock = { now: now(), newId };
    const message = {
      cause: `test ${id}`,
      kind: 'test' as const,
      taskId: null,
      projectId: null,
      fireAt: clock.now,
      channels: [channel],
      disturbs: true,
    };
    const entries = entriesOf(message, recipient!, means, clock);
    return {
      answer: { notificationIds: entries.map((entry) => entry.id) },
      events: await announce(tx, entries, clock),
    };
  },
});
