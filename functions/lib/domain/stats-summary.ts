import { limits } from './limits.ts';
import { readLocal, secondsPerDay, weekdayOf, writeDate } from './local-date.ts';
import { daysIn } from './period.ts';
import type { Counts, Stats } from './stats.ts';

/** What was counted on one day in one project. */
export type DayCounts = Counts & { date: string; projectId: string };

const dayOf = (date: string): number => readLocal(date).wall / secondsPerDay;
const usualDays = 30;

/**
 * The days to tell about.
 *
 * @throws Rejected `invalid-date`, `invalid-request` for more than 366 days or an end before the beginning
 */
export function period(asked: { from?: string | undefined; to?: string | undefined }, today: string) {
  const to = asked.to ?? (asked.from && asked.from > today ? asked.from : today);
  const from = asked.from ?? writeDate(dayOf(to) - usualDays + 1);
  daysIn({ from, to }, limits.statsDays);
  return { from, to };
}

const none = (): Counts => ({ created: 0, completed: 0, onTime: 0, late: 0 });

function total(rows: readonly Counts[]): Counts {
  const sum = none();
  for (const row of rows) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += row[key];
  return sum;
}

/** `doneOn` are all days on which the person has ever done something, in order. */
export function summarize(
  rows: readonly DayCounts[],
  { from, to, today, doneOn }: { from: string; to: string; today: string; doneOn: readonly string[] },
): Stats {
  const byDate = Map.groupBy(rows, ({ date }) => date);
  const byWeekday = Map.groupBy(rows, ({ date }) => weekdayOf(dayOf(date)));
  const dates = Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, at) => writeDate(dayOf(from) + at));
  const totals = total(rows);
  const due = totals.onTime + totals.late;
  return {
    from,
    to,
    days: dates.map((date) => ({ date, ...total(byDate.get(date) ?? []) })),
    totals,
    onTimeRate: due === 0 ? null : totals.onTime / due,
    streak: streakOf(doneOn.map(dayOf), dayOf(today)),
    byProject: [...Map.groupBy(rows, ({ projectId }) => projectId)]
      .map(([projectId, theirs]) => ({ projectId, ...total(theirs) }))
      .sort((one, other) => other.completed - one.completed || other.created - one.created),
    byWeekday: Array.from({ length: 7 }, (_, at) => ({ weekday: at + 1, ...total(byWeekday.get(at) ?? []) })),
  };
}

function streakOf(days: readonly number[], today: number): { current: number; longest: number } {
  let [run, longest, last] = [0, 0, Number.NaN];
  for (const day of days) {
    run = day === last + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    last = day;
  }
  return { current: last >= today - 1 ? run : 0, longest };
}
