import type { Snooze } from './notification-commands.ts';
import { Rejected } from './rejected.ts';
import { reminderInstant } from './reminders.ts';

const furthestMs = 366 * 86_400_000;

/**
 * When somebody who snoozes now is to be reminded again.
 *
 * @throws Rejected `invalid-date`, `unknown-timezone`, `snooze-not-ahead`
 */
export function snoozedUntil(snooze: Snooze, timezone: string, now: Date): Date {
  if ('minutes' in snooze) return new Date(now.getTime() + snooze.minutes * 60_000);
  // A date alone means what it means for a reminder: when a whole day begins.
  const until = reminderInstant({ type: 'at', local: snooze.until }, null, snooze.timezone ?? timezone)!;
  const ahead = until.getTime() - now.getTime();
  if (ahead > 0 && ahead <= furthestMs) return until;
  throw new Rejected(
    'snooze-not-ahead',
    `${snooze.until} is not within the year to come: name a moment that is.`,
  );
}
