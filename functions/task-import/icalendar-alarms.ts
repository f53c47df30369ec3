import { type Due, localDue } from '@zerodo/domain/due';
import { toInstant } from '@zerodo/domain/local-time';
import { own } from '@zerodo/domain/task-icalendar';
import ICAL from 'ical.js';
import { localMoment } from './reading.ts';

/** The furthest that a reminder may come before what it is of. */
const mostMinutes = 527_040;

/**
 * The reminders of a to-do: our own words for them, or its alarms. One that comes before the due time, whatever it is
 * counted from (RFC 5545, 3.8.6.3), stays with that; any other is at its moment. An alarm that counts from what
 * the to-do does not have is none.
 */
export function remindersOf(
  todo: ICAL.Component,
  due: Due | null,
  { timezone, begins }: { timezone: string; begins: Date | null },
): unknown[] {
  const ours = todo.getAllProperties(own.reminder);
  if (ours.length > 0) return ours.map((one) => JSON.parse(String(one.getFirstValue())));
  const zone = due?.timezone ?? timezone;
  const dueAt = due && toInstant(localDue(due), due.timezone);
  return todo.getAllSubcomponents('valarm').flatMap((alarm): object[] => {
    const trigger = alarm.getFirstProperty('trigger');
    const value = trigger?.getFirstValue();
    if (value instanceof ICAL.Time) {
      return [{ type: 'at', local: localMoment(value.toJSDate(), zone), timezone: zone }];
    }
    const fromStart = !/^end$/i.test(String(trigger?.getFirstParameter('related') ?? 'start'));
    const from = fromStart ? (begins ?? dueAt) : dueAt;
    if (!(value instanceof ICAL.Duration) || !from) return [];
    const at = new Date(from.getTime() + value.toSeconds() * 1000);
    const minutes = Math.round(((dueAt ?? at).getTime() - at.getTime()) / 60_000);
    if (dueAt && minutes >= 0 && minutes <= mostMinutes) return [{ type: 'before', minutes }];
    return [{ type: 'at', local: localMoment(at, zone), timezone: zone }];
  });
}
