import type { CivilDate } from '../local-date.ts';
import type { Rule } from '../rrule.ts';

/** Several weekdays under one name. */
export type DayGroup = 'workday' | 'weekendDay' | 'day';
export type NumberedWeekday = { nth: number; weekday: number };

/** The words of one language that a rule is told in; which of them a rule needs is said elsewhere. */
export type RuleWords = {
  weekdays: readonly string[];
  months: readonly string[];
  groups: Readonly<Record<DayGroup, string>>;
  /** `a`, `a and b`, `a, b and c` */
  and(parts: readonly string[]): string;
  date(date: CivilDate): string;

  /** `Every day`, `Every 3 days` */
  every(freq: Rule['freq'], interval: number): string;
  /** `Every Monday and Friday`, of weekdays or a group of them. */
  everyWeekday(names: string): string;
  /** Days as they stand after how often: ` on the 15th`. */
  on(days: string): string;
  yearDays(days: readonly number[]): string;
  /** Of a month, or of these months. */
  monthDays(days: readonly number[], months: readonly number[]): string;
  /** A day or, where a month has none, its last; 31 is always the last. */
  dayOrLast(day: number, months: readonly number[]): string;
  numberedWeekdays(plain: readonly string[], numbered: readonly NumberedWeekday[], ofYear: boolean): string;
  nthOfGroup(positions: readonly number[], group: DayGroup): string;
  nthOf(positions: readonly number[], days: string): string;
  /** Days that are both. */
  both(days: readonly string[]): string;
  inWeeks(weeks: readonly number[]): string;
  inMonths(months: readonly number[]): string;

  at(times: readonly string[]): string;
  timesADay(count: number): string;
  inHours(hours: readonly number[]): string;
  atMinutes(minutes: readonly number[]): string;

  fromCompletion: string;
  times(count: number): string;
  until(moment: string): string;
};

/** `a`, `a and b`, `a, b and c` */
export const listed =
  (and: string) =>
  (parts: readonly string[]): string =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
