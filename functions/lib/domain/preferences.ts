import * as z from 'zod';
import { channel } from './channel.ts';
import { localTime } from './due.ts';
import { limits } from './limits.ts';
import { reminder } from './reminder.ts';

/** A default counts from the due date, whatever that is. */
const someReminders = z
  .array(reminder.refine(({ type }) => type === 'before', 'counts from the due date: type before'))
  .max(limits.reminders);

/** Local times between which nobody is disturbed; from the evening over midnight, usually. */
export const quietHours = z.strictObject({ from: localTime, to: localTime });

/** What a person has chosen; the zone and whatever else the account says stand beside it. */
export const preferences = z.strictObject({
  /** What a due date alone is reminded by. */
  reminders: z.strictObject({ timed: someReminders, allDay: someReminders }),
  quietHours: quietHours.nullable(),
  /** Where reminders go that name no channel. */
  channels: z.array(channel).max(3),
  notices: z.strictObject({
    /** Within 24 hours of the due time. */
    dueSoon: z.boolean(),
    overdue: z.boolean(),
    /** Somebody else created, changed or completed a task in a shared project. */
    shared: z.boolean(),
  }),
  /** When the day's tasks come by e-mail, on the person's clock; null: never. */
  digestAt: localTime.nullable(),
  /** `locale`: as usual where the person's language is spoken. */
  weekStart: z.enum(['locale', 'monday', 'sunday', 'saturday']),
});
export type Preferences = z.infer<typeof preferences>;

/** A new person's: one hour before a time, 09:00 of a whole day. */
export const usualPreferences: Preferences = {
  reminders: {
    timed: [{ type: 'before', minutes: 60 }],
    allDay: [{ type: 'before', days: 0, at: '09:00' }],
  },
  quietHours: null,
  channels: ['in-app', 'email', 'push'],
  notices: { dueSoon: false, overdue: false, shared: true },
  digestAt: null,
  weekStart: 'locale',
};
