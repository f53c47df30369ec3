import type { Snooze } from '@zerodo/domain/notification-commands';
import { addDays, type Viewer, wallClock } from '../../lib/local-time.ts';
import type { NotificationWords } from '../../words/use-notification-words.ts';
import type { Words } from '../../words/words.ts';

/** The usual ways to be reminded again. */
export function snoozesAt(
  { now, zone }: Viewer,
  { dates }: Words,
  said: NotificationWords,
): [string, Snooze][] {
  const { date, time } = wallClock(now, zone);
  const evening: [string, Snooze][] =
    time < '17:00' ? [[said.thisEvening, { until: `${date}T18:00`, timezone: zone }]] : [];
  return [
    [dates.minutes(10), { minutes: 10 }],
    [dates.hours(1), { minutes: 60 }],
    [dates.hours(3), { minutes: 180 }],
    ...evening,
    [said.tomorrowMorning, { until: `${addDays(date, 1)}T09:00`, timezone: zone }],
  ];
}
