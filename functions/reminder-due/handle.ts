/**
 * Claims reminders on the second they fall due and announces them. Woken every minute it looks a
 * little further than the next tick, waits for what falls due until then, and ends at once when
 * nothing does. On the way it finds tasks that come near their due time or pass it, and
 * notifications that have waited or lost their announcement.
 *
 * in   a tick
 * out  dev.zerodo.reminder.due.v1, dev.zerodo.task.due-soon.v1, .overdue.v1, dev.zerodo.notification.planned.v1
 */
import { defineTick, type TickContext } from '@zerodo/runtime/tick';
import { nextFireAt } from '@zerodo/store/due-reminders';
import { batch, dueReminders, type Look, lostReminders, overdue, soonDue, waiting } from './looks.ts';
import { pause } from './pause.ts';

/** Ticks come every 60 s; looking further than that, they overlap. */
const horizonMs = 75_000;
/** While it waits, it looks again this often for what has been planned or moved meanwhile. */
const lookMs = 1_000;

export default defineTick({
  name: 'reminder-due',

  async handle(context) {
    const { now, stopping } = context;
    const horizon = new Date(now().getTime() + horizonMs);
    for (const look of [dueReminders, lostReminders, waiting, soonDue, overdue]) await all(context, look);
    while (!stopping.aborted) {
      await all(context, dueReminders);
      const next = await nextOne(context, horizon);
      if (!next) return;
      await pause(Math.min(next.getTime() - now().getTime(), lookMs), stopping);
    }
  },
});

/** Takes what there is, a batch in a transaction. */
async function all({ transaction, now, newId, stopping }: TickContext, look: Look): Promise<void> {
  for (let taken = batch; taken === batch && !stopping.aborted; ) {
    taken = await transaction(async (tx) => {
      const found = await look(tx, { now: now(), newId });
      return { result: found.taken, events: found.events };
    });
  }
}

const nextOne = ({ transaction }: TickContext, horizon: Date): Promise<Date | null> =>
  transaction(async (tx) => ({ result: await nextFireAt(tx, horizon), events: [] }));
