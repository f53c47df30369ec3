// When reminders fire. They are instants of their own: whoever stores them keeps how they were asked for, too.

import { modulo, readLocal, secondsPerDay } from './local-date.ts';
import { checkTimezone, instantOfWall, wallAt } from './local-time.ts';
import type { Reminder } from './reminder.ts';

/** The due date and local time of a task; null: the whole day. */
type DueMoment = { date: string; time: string | null };

/** Local times between which nobody is disturbed; from the evening over midnight, usually. */
export type QuietHours = { from: string; to: string };

/** When a whole day begins for a person who has said nothing else. */
const usualTime = '09:00';

/**
 * The instant at which a reminder fires; null when it counts from a due date and there is none.
 * `minutes` are exact, from the first moment of the day where the task has no time; `days` are
 * calendar days, at the due time or at 09:00. Inside quiet hours it waits for their end.
 *
 * @throws Rejected `invalid-date`, `unknown-timezone`
 */
export function reminderInstant(
  reminder: Reminder,
  due: DueMoment | null,
  timezone: string,
  quietHours?: QuietHours,
): Date | null {
  checkTimezone(timezone);
  const instant = undisturbedInstant(reminder, due, timezone);
  if (instant === null) return null;
  return quietHours ? afterQuietHours(new Date(instant), quietHours, timezone) : new Date(instant);
}

/** The instants of several reminders, in order, equal ones once. */
export function reminderInstants(
  reminders: readonly Reminder[],
  due: DueMoment | null,
  timezone: string,
  quietHours?: QuietHours,
): Date[] {
  const instants = reminders.map((one) => reminderInstant(one, due, timezone, quietHours)?.getTime());
  const unique = new Set(instants.filter((instant) => instant !== undefined));
  return [...unique].sort((a, b) => a - b).map((instant) => new Date(instant));
}

/** What a due date alone is reminded by: what the person has chosen for a time, or for a whole day. */
export const usualReminders = (
  { time }: DueMoment,
  { timed, allDay }: { timed: Reminder[]; allDay: Reminder[] },
): Reminder[] => (time === null ? allDay : timed);

function undisturbedInstant(reminder: Reminder, due: DueMoment | null, timezone: string): number | null {
  if (reminder.type === 'at') {
    const zone = reminder.timezone ?? timezone;
    checkTimezone(zone);
    const { wall, hasTime } = readLocal(reminder.local);
    return instantOfWall(hasTime ? wall : wall + secondOf(usualTime), zone);
  }
  if (due === null) return null;
  const day = readLocal(due.date).wall;
  if ('days' in reminder) {
    const time = secondOf(reminder.at ?? due.time ?? usualTime);
    return instantOfWall(day - reminder.days * secondsPerDay + time, timezone);
  }
  const dueAt = instantOfWall(day + (due.time === null ? 0 : secondOf(due.time)), timezone);
  return dueAt - reminder.minutes * 60_000;
}

/** `moment`, or the end of the quiet hours of `timezone` that it falls into. */
export function afterQuietHours(moment: Date, { from, to }: QuietHours, timezone: string): Date {
  const instant = moment.getTime();
  const wall = wallAt(instant, timezone);
  const intoQuiet = modulo(modulo(wall, secondsPerDay) - secondOf(from), secondsPerDay);
  const length = modulo(secondOf(to) - secondOf(from), secondsPerDay);
  if (intoQuiet >= length) return moment;
  const end = instantOfWall(wall - intoQuiet + length, timezone);
  // Where clocks go back, the end may have come once already: wait for the second time.
  return new Date(end >= instant ? end : instant + (length - intoQuiet) * 1000);
}

/** The second of the day of `HH:MM` or `HH:MM:SS`. */
const secondOf = (time: string): number => {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
};
