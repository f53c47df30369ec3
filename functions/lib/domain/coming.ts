// Occurrences that are no tasks yet, for whoever looks at some days.

import { limits } from './limits.ts';
import { readLocal, secondsPerDay, writeDate } from './local-date.ts';
import { toInstant } from './local-time.ts';
import type { Series } from './series.ts';
import type { Coming } from './series-queries.ts';
import { slotsBetween } from './series-slots.ts';

export type Days = { from: string; to: string; timezone: string };

/** No clock is further from another one, and no day longer. */
const aside = 27 * 3_600_000;

/**
 * What comes of a series that goes by fixed dates, from now on: nobody knows when something will be done, so of one that
 * counts from completion nothing can be said. A whole day and a floating time are on their own date, a time meant in
 * another zone is where the one who looks sees it.
 */
export function comingSlots(
  series: Series & { openTaskId: string | null },
  { from, to, timezone }: Days,
  now: Date,
): Coming[] {
  if (series.mode === 'completion' || series.state !== 'active' || !series.nextDueAt) return [];
  const begins = toInstant(from, timezone).getTime();
  const ends = toInstant(writeDate(readLocal(to).wall / secondsPerDay + 1), timezone).getTime();
  const after = Math.max(Date.parse(series.nextDueAt) - 1, begins - aside);
  const { id: seriesId, projectId, title, priority, durationMinutes, openTaskId } = series;
  return slotsBetween(series, new Date(after), new Date(ends + aside), limits.comingOfSeries)
    .filter(({ due, dueAt }) => {
      const instant = Date.parse(dueAt);
      if (instant <= now.getTime()) return false;
      if (due.time === null || due.floating) return due.date >= from && due.date <= to;
      return instant >= begins && instant < ends;
    })
    .map((slot) => ({ seriesId, projectId, title, priority, durationMinutes, openTaskId, ...slot }));
}
