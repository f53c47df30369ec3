import type { ExportedTask } from '@zerodo/domain/exported';
import { observancesOf, utcOffset } from '@zerodo/domain/vtimezone';
import ICAL from 'ical.js';

/** A VTIMEZONE for each zone that a due date is in, over the years that are meant. */
export function timezoneComponents(tasks: readonly ExportedTask[]): ICAL.Component[] {
  const years = new Map<string, { first: number; last: number }>();
  for (const { due } of tasks) {
    if (!due?.time || due.floating || due.timezone === 'UTC') continue;
    const year = Number(due.date.slice(0, 4));
    const { first, last } = years.get(due.timezone) ?? { first: year, last: year };
    years.set(due.timezone, { first: Math.min(first, year), last: Math.max(last, year) });
  }
  return [...years].toSorted().map(([timezone, { first, last }]) => component(timezone, first - 1, last + 1));
}

function component(timezone: string, fromYear: number, toYear: number): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', timezone);
  for (const { daylight, start, from, to, rrule } of observancesOf(timezone, fromYear, toYear)) {
    const part = new ICAL.Component(daylight ? 'daylight' : 'standard');
    part.addPropertyWithValue('dtstart', ICAL.Time.fromString(spread(start), undefined as never));
    part.addPropertyWithValue(
      'tzoffsetfrom',
      ICAL.UtcOffset.fromString(utcOffset(from).replace(/(\d\d)$/, ':$1')),
    );
    part.addPropertyWithValue(
      'tzoffsetto',
      ICAL.UtcOffset.fromString(utcOffset(to).replace(/(\d\d)$/, ':$1')),
    );
    if (rrule) part.addPropertyWithValue('rrule', ICAL.Recur.fromString(rrule));
    zone.addSubcomponent(part);
  }
  return zone;
}

/** `20260329T020000` as `2026-03-29T02:00:00`. */
const spread = (compact: string): string =>
  compact.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6');
