// A rule as an editor shows it, and back: what the form cannot say exactly is `advanced` and stays as it is.

import { civilDate, dayOfWall, isDate } from './local-date.ts';
import { invalid } from './recurrence/parts.ts';
import { dayOrLast } from './recurrence/text-days.ts';
import { parseRule, type Rule, weekdayCodes } from './rrule.ts';
import { formRules } from './rule-form-rules.ts';

export type WeekdayCode = (typeof weekdayCodes)[number];
export type RuleFrequency = 'minutely' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';

/** Which day of a month; `dayOrLast` is the 29th, 30th or 31st or, in shorter months, the last day. */
export type MonthDays =
  | { type: 'same' }
  | { type: 'days'; days: number[] }
  | { type: 'dayOrLast'; day: number }
  | { type: 'weekdays'; weekdays: { nth: number; weekday: WeekdayCode }[] }
  | { type: 'nth'; nth: number; of: 'workday' | 'weekendDay' | 'day' };

/** What is besides the rules; a form carries it unchanged. */
type Beside = {
  mode: 'schedule' | 'completion';
  spawn: 'completion' | 'schedule';
  catchUp: 'latest' | 'each';
};

export type RuleForm = Beside & {
  frequency: RuleFrequency;
  interval: number;
  /** Of a week, or the only ones of all days; empty: that of the first slot, or all. */
  weekdays: WeekdayCode[];
  /** Of months and years. */
  monthDays: MonthDays;
  /** 1 to 12; of a year, or the only ones; empty: that of the first slot, or all. */
  months: number[];
  /** `HH:MM`, in order; empty: that of the first slot. */
  times: string[];
  ends: { type: 'never' } | { type: 'on'; date: string } | { type: 'after'; times: number };
};

/** Rules that the form cannot show. */
export type AdvancedForm = Beside & { advanced: string[] };

/** @throws Rejected `invalid-recurrence` */
export function formOf({
  rrules,
  mode,
  spawn,
  catchUp,
}: Beside & { rrules: string[] }): RuleForm | AdvancedForm {
  const rules = rrules.map(parseRule);
  const beside = { mode, spawn, catchUp };
  const form = { ...beside, ...shown(rules) };
  // Whatever was overlooked above comes out as another rule.
  return isSaid(form) && same(formRules(form).map(parseRule), rules) ? form : { ...beside, advanced: rrules };
}

/** @throws Rejected `invalid-recurrence` for a form that says nothing that rules can say */
export function rulesOf(form: RuleForm | AdvancedForm): Beside & { rrules: string[] } {
  const { mode, spawn, catchUp } = form;
  if ('advanced' in form) return { rrules: form.advanced, mode, spawn, catchUp };
  if (!isSaid(form))
    throw invalid('The form', 'several times with different minutes cannot end after a number of times');
  const rrules = formRules(form);
  rrules.map(parseRule);
  return { rrules, mode, spawn, catchUp };
}

/** Each of several rules would count its own times. */
const isSaid = (form: RuleForm): boolean => form.ends.type !== 'after' || formRules(form).length === 1;

function shown(rules: readonly Rule[]): Omit<RuleForm, keyof Beside> {
  const rule = rules[0] as Rule;
  const { freq, interval, byDay, byMonth, count } = rule;
  const inMonths = freq === 'MONTHLY' || freq === 'YEARLY';
  const times = rules.flatMap(({ byHour, byMinute }) =>
    byHour.flatMap((hour) => byMinute.map((minute) => `${two(hour)}:${two(minute)}`)),
  );
  return {
    frequency: freq.toLowerCase() as RuleFrequency,
    interval,
    weekdays: inMonths
      ? []
      : byDay
          .map(({ weekday }) => weekday)
          .sort((a, b) => a - b)
          .map(codeOf),
    monthDays: inMonths ? monthDaysOf(rule) : { type: 'same' },
    months: byMonth,
    times: [...new Set(times)].sort(),
    ends: count === null ? endOf(rule) : { type: 'after', times: count },
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
const codeOf = (weekday: number): WeekdayCode => weekdayCodes[weekday] as WeekdayCode;

function monthDaysOf(rule: Rule): MonthDays {
  const { byDay, byMonthDay, bySetPos } = rule;
  const clamped = dayOrLast(rule);
  if (clamped !== null) return { type: 'dayOrLast', day: clamped };
  if (byMonthDay.length > 0) return { type: 'days', days: byMonthDay };
  const numbered = byDay.flatMap(({ nth, weekday }) =>
    nth === null ? [] : [{ nth, weekday: codeOf(weekday) }],
  );
  if (numbered.length > 0) return { type: 'weekdays', weekdays: numbered };
  if (byDay.length === 0) return { type: 'same' };
  const of = byDay.length === 7 ? 'day' : byDay.length === 2 ? 'weekendDay' : 'workday';
  return { type: 'nth', nth: bySetPos[0] ?? 1, of };
}

function endOf({ until }: Rule): RuleForm['ends'] {
  if (!until) return { type: 'never' };
  const { year, month, day } = civilDate(dayOfWall(until.wall));
  return isDate(year, month, day)
    ? { type: 'on', date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` }
    : { type: 'never' };
}

/** The same rules, in any order and however they were written. */
function same(some: readonly Rule[], others: readonly Rule[]): boolean {
  const written = (rules: readonly Rule[]): string => JSON.stringify(rules.map(writtenRule).sort());
  return written(some) === written(others);
}

function writtenRule({ weekStart, byDay, ...rule }: Rule): string {
  // The day that a week begins on tells which weeks are visited, where not all of them are.
  const counts = (rule.freq === 'WEEKLY' && rule.interval > 1) || rule.byWeekNo.length > 0;
  const days = byDay.map(({ nth, weekday }) => `${nth} ${weekday}`).sort();
  return JSON.stringify([rule, days, counts ? weekStart : 0]);
}
