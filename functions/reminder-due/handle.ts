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
import { type Due, nextFireAt, whatIsDue } from '@zerodo/store/due';
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
    const found = await anything(context);
    for (const name of Object.keys(looks) as (keyof Due)[]) if (found[name]) await all(context, looks[name]);
    while (!stopping.aborted) {
      const next = await nextOne(context, horizon);
      const wait = next ? next.getTime() - now().getTime() : Infinity;
      // Farther than it looked: the clock was put back meanwhile, and a later tick comes in time.
      if (wait > horizonMs) return;
      await pause(Math.min(wait, lookMs), stopping);
      await all(context, dueReminders);
    }
  },
});

/** In the order in which they are looked for: what somebody waits for comes first. */
const looks: Record<keyof Due, Look> = {
  due: dueReminders,
  lost: lostReminders,
  waiting,
  soon: soonDue,
  overdue,
};

const anything = ({ transaction, now }: TickContext): Promise<Due> =>
  transaction(async (tx) => ({ result: (await whatIsDue(tx, now()))[0], events: [] }));

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
  transaction(async (tx) => ({ result: (await nextFireAt(tx, horizon))[0].fireAt, events: [] }));
