import { meansOf } from '@zerodo/domain/channel-means';
import { defineReaction } from '@zerodo/runtime/reaction';
import { announce, entriesOf, isLate } from '@zerodo/store/announce';
import { lockDueReminder, settleReminder } from '@zerodo/store/due-reminders';
import { recipients } from '@zerodo/store/recipients';

/** Brings a due reminder to its person on the channels that it names, or on the person's own. */
export const remind = defineReaction({
  name: 'notification-send',
  accepts: ['dev.zerodo.reminder.due.v1'],
  as: 'worker',

  async handle({ data }, { tx, now, newId, config }) {
    // What the row says counts, not the event: moved, sent or called off meanwhile, nothing goes out.
    const reminder = await lockDueReminder(tx, data.reminderId);
    if (reminder?.state !== 'due') return { events: [] };
    const { id, taskId, projectId, userId, fireAt, spec } = reminder;
    const [person] = await recipients(tx, [userId]);
    if (!reminder.wanted || !person) {
      await settleReminder(tx, id, 'cancelled', null);
      return { events: [] };
    }

    const at = now();
    const message = {
      // Not the reminder's id: two that fall on the same moment are one on each channel.
      cause: `reminder ${taskId} ${fireAt.toISOString()}`,
      kind: 'reminder' as const,
      taskId,
      projectId,
      reminderId: id,
      fireAt,
      // It comes when it was asked for; what an outage has held up until the night need not wake anybody.
      disturbs: !isLate(fireAt, at),
    };
    const means = meansOf(config);
    const clock = { now: at, newId };
    const wanted = entriesOf(
      { ...message, channels: spec.channels ?? person.preferences.channels },
      person,
      means,
      clock,
    );
    // A reminder that no channel carries would be lost without a word: it stands in the inbox at least.
    const entries =
      wanted.length > 0 ? wanted : entriesOf({ ...message, channels: ['in-app'] }, person, means, clock);
    await settleReminder(tx, id, isLate(fireAt, at) ? 'late' : 'sent', at);
    return { events: await announce(tx, entries, clock) };
  },
});
