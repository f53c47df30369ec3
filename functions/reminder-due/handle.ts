/**
 * Claims reminders on the second they fall due and announces them. Woken every minute it looks a
 * little further than the next tick, waits for what falls due until then, and ends at once when
 * nothing does.
 *
 * in   a tick
 * out  dev.zerodo.reminder.due.v1
 */
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { defineTick, type TickContext } from '@zerodo/runtime/tick';
import { claimDue, type DueReminder, nextFireAt } from '@zerodo/store/due-reminders';
import { pause } from './pause.ts';

/** Ticks come every 60 s; looking further than that, they overlap. */
const horizonMs = 75_000;
/** While it waits, it looks again this often for what has been planned or moved meanwhile. */
const lookMs = 1_000;
const batch = 500;

export default defineTick({
  name: 'reminder-due',

  async handle(context) {
    const { now, stopping } = context;
    const horizon = new Date(now().getTime() + horizonMs);
    while (!stopping.aborted) {
      const next = await claimAll(context, horizon);
      if (!next) return;
      await pause(Math.min(next.getTime() - now().getTime(), lookMs), stopping);
    }
  },
});

/** Claims everything that is due now; answers when the next one is, up to `horizon`. */
async function claimAll({ transaction, now, newId }: TickContext, horizon: Date): Promise<Date | null> {
  for (;;) {
    const { claimed, next } = await transaction(async (tx) => {
      const at = now();
      const rows = await claimDue(tx, at, batch);
      const due = rows.filter(({ state }) => state === 'due');
      return {
        result: { claimed: rows.length, next: await nextFireAt(tx, horizon) },
        events: due.map((reminder) => dueEvent(reminder, at, newId())),
      };
    });
    if (claimed < batch) return next;
  }
}

const dueEvent = (
  { id: reminderId, taskId, projectId, userId, fireAt }: DueReminder,
  time: Date,
  id: string,
): OutgoingEvent => ({
  id,
  type: 'dev.zerodo.reminder.due.v1',
  subject: taskId,
  time,
  userId,
  projectId,
  recurring: false,
  data: { reminderId, taskId, userId, fireAt: fireAt.toISOString() },
});
