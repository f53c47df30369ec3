import type { MonthDays, RuleForm, WeekdayCode } from '@zerodo/domain/rule-form';
import { weekdayOf } from '../../lib/local-time.ts';

/** Monday first, as rules have them. */
export const weekdayCodes: readonly WeekdayCode[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The weekday of a date (YYYY-MM-DD) as rules name it. */
export const weekdayCodeOf = (date: string): WeekdayCode =>
  weekdayCodes[(weekdayOf(date) + 6) % 7] as WeekdayCode;

/** A day whose weekday is `code`, to be named by Intl. */
export const dayNamed = (code: WeekdayCode): string => `2024-01-0${weekdayCodes.indexOf(code) + 1}`;

/** Which of its weekday in the month a date is: 1 to 5. */
export const nthOf = (date: string): number => Math.ceil(Number(date.slice(8)) / 7);

/** What a rule begins as when somebody wants one of his own: every week, from completion or not as before. */
export const freshForm = (): RuleForm => ({
  frequency: 'weekly',
  interval: 1,
  weekdays: [],
  monthDays: { type: 'same' },
  months: [],
  times: [],
  ends: { type: 'never' },
  mode: 'schedule',
  spawn: 'completion',
  catchUp: 'latest',
});

/** Another frequency: what only the one before could say is left behind. */
export function withFrequency(form: RuleForm, frequency: RuleForm['frequency']): RuleForm {
  const inMonths = frequency === 'monthly' || frequency === 'yearly';
  const wasInMonths = form.frequency === 'monthly' || form.frequency === 'yearly';
  return {
    ...form,
    frequency,
    ...(inMonths !== wasInMonths && { weekdays: [], monthDays: { type: 'same' } as const }),
    ...(frequency !== 'yearly' && { months: [] }),
  };
}

/** The ways to name a day of the month that fit a due date. */
export type MonthChoice = 'same' | 'dayOrLast' | 'nth' | 'last' | 'lastDay' | 'other';

/** What each choice means for a task due on `date`. */
export function monthDaysFor(choice: MonthChoice, date: string): MonthDays {
  const weekday = weekdayCodeOf(date);
  switch (choice) {
    case 'dayOrLast':
      return dayOfMonth(Number(date.slice(8)));
    case 'nth':
      return { type: 'weekdays', weekdays: [{ nth: Math.min(nthOf(date), 4), weekday }] };
    case 'last':
      return { type: 'weekdays', weekdays: [{ nth: -1, weekday }] };
    case 'lastDay':
      return { type: 'days', days: [-1] };
    default:
      return { type: 'same' };
  }
}

/** "Every 31st" said by a person means the last day where a month is shorter. */
export const dayOfMonth = (day: number): MonthDays =>
  day > 28 ? { type: 'dayOrLast', day } : { type: 'days', days: [day] };

/** Which choice a form shows; `other` for what none of them is. */
export function monthChoiceOf(monthDays: MonthDays): MonthChoice {
  switch (monthDays.type) {
    case 'same':
      return 'same';
    case 'dayOrLast':
      return 'dayOrLast';
    case 'days':
      if (monthDays.days.length !== 1) return 'other';
      return monthDays.days[0] === -1 ? 'lastDay' : 'dayOrLast';
    case 'weekdays':
      if (monthDays.weekdays.length !== 1) return 'other';
      return monthDays.weekdays[0]?.nth === -1 ? 'last' : 'nth';
    default:
      return 'other';
  }
}
