import type { Due } from './due.ts';
import { limits } from './limits.ts';
import { Rejected } from './rejected.ts';
import type { Reminder } from './reminder.ts';
import { afterQuietHours, type QuietHours, reminderInstant } from './reminders.ts';
import type { TaskReminder } from './task.ts';

/** @throws Rejected `too-many-reminders` */
export function checkReminders(reminders: readonly Reminder[]): void {
  if (reminders.length > limits.reminders) {
    throw new Rejected(
      'too-many-reminders',
      `${reminders.length} reminders, ${limits.reminders} are possible: remove some.`,
    );
  }
}

/** The reminder as it was asked for, without what became of it. */
export function asked({
  state: _state,
  fireAt: _fireAt,
  sentAt: _sentAt,
  deliveries: _deliveries,
  ...rest
}: TaskReminder): Reminder {
  return rest as Reminder;
}

/**
 * Two reminders that ask for the same moment have the same words here, in whatever order their
 * fields come; the channels are another matter.
 */
const identity = (one: Reminder): string => {
  const { type, minutes, days, at, local, timezone } = one as Record<string, unknown>;
  return JSON.stringify([type, minutes, days, at, local, timezone]);
};

/**
 * When each reminder fires, outside of `quietHours`. One that is already past when it is made is never sent; one that has
 * been planned, sent or cancelled for the same instant before stays what it is.
 */
export function planReminders(
  reminders: readonly Reminder[],
  {
    due,
    timezone,
    now,
    before = [],
    quietHours = null,
  }: {
    due: Due | null;
    timezone: string;
    now: Date;
    before?: TaskReminder[];
    quietHours?: QuietHours | null | undefined;
  },
): TaskReminder[] {
  return reminders.map((one) => {
    const fireAt = plannedFor(one, { due, timezone, quietHours })?.toISOString() ?? null;
    const known = before.find((old) => old.fireAt === fireAt && identity(old) === identity(one));
    // Claimed but not sent yet: its event names the reminder by its place, which may be another one now.
    if (known) {
      const { channels: _before, ...became } = known;
      const state = known.state === 'due' ? 'planned' : known.state;
      return { ...became, ...(one.channels && { channels: one.channels }), state };
    }
    const state = fireAt !== null && fireAt > now.toISOString() ? 'planned' : 'past';
    return { ...one, state, fireAt, sentAt: null };
  });
}

/**
 * The instant of a reminder on the clock of its task, moved out of the quiet hours on the clock of
 * its person (`timezone`).
 */
export function plannedFor(
  one: Reminder,
  { due, timezone, quietHours }: { due: Due | null; timezone: string; quietHours?: QuietHours | null },
): Date | null {
  const instant = reminderInstant(one, due, due?.timezone ?? timezone);
  return instant && quietHours ? afterQuietHours(instant, quietHours, timezone) : instant;
}

/** Nothing is sent for a task that is done. */
export const cancelReminders = (reminders: readonly TaskReminder[]): TaskReminder[] =>
  reminders.map((one) =>
    one.state === 'planned' || one.state === 'due' ? { ...one, state: 'cancelled' } : one,
  );

/** What was called off and still lies ahead is planned again. */
export const reviveReminders = (reminders: readonly TaskReminder[], now: Date): TaskReminder[] =>
  reminders.map((one) =>
    one.state === 'cancelled' && one.fireAt !== null && one.fireAt > now.toISOString()
      ? { ...one, state: 'planned' }
      : one,
  );
