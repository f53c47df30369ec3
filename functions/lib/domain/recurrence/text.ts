// A rule in plain words.

import { civilDate, dayOfWall, modulo, secondsPerDay } from '../local-date.ts';
import type { Rule } from '../rrule.ts';
import { hasByParts } from './combinations.ts';
import { withImpliedDays } from './days.ts';
import { isElapsed } from './elapsed-slots.ts';
import type { Prepared } from './prepared.ts';
import { dayText } from './text-days.ts';
import { andList, dateText, monthNames, ordinal } from './text-words.ts';
import type { Until } from './until.ts';

/** All rules of a recurrence, with the time they have in common at the end of each. */
export function textOf({ rules, start, allDay }: Prepared, mode: 'schedule' | 'completion'): string {
  const texts = rules.map((rule) => {
    const counted = mode === 'completion' ? ', counted from completion' : '';
    return `${howOften(rule, start, mode)}${timeText(rule, start, allDay)}${counted}${endText(rule)}`;
  });
  return [...new Set(texts)]
    .map((text, index) => (index === 0 ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`))
    .join('; ');
}

const units = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

function howOften(rule: Rule, start: number, mode: 'schedule' | 'completion'): string {
  const { interval, freq, byMonth } = rule;
  const every = interval === 1 ? `Every ${units[freq]}` : `Every ${interval} ${units[freq]}s`;
  if (mode === 'completion' && !hasByParts(rule)) return every;
  const whole = withImpliedDays(rule, dayOfWall(start));
  const days = dayText(whole);
  const dated =
    freq === 'YEARLY' &&
    whole.byMonthDay.length > 0 &&
    whole.byDay.length === 0 &&
    whole.byWeekNo.length === 0;
  const months =
    byMonth.length > 0 && !dated
      ? ` in ${andList(byMonth.map((month) => monthNames[month - 1] as string))}`
      : '';
  const weeks = rule.byWeekNo.length > 0 ? ` in week ${andList(rule.byWeekNo.map(ordinalWeek))}` : '';
  // `Every Monday` and `Every workday` need no `week`.
  if (
    interval === 1 &&
    (freq === 'WEEKLY' || freq === 'DAILY') &&
    days !== '' &&
    rule.bySetPos.length === 0
  ) {
    return `Every ${days}${months}`;
  }
  return `${every}${days === '' ? '' : ` on ${days}`}${weeks}${months}`;
}

const ordinalWeek = (week: number): string => (week > 0 ? String(week) : `${ordinal(week)} of the year`);

function timeText(rule: Rule, start: number, allDay: boolean): string {
  if (allDay) return '';
  const { byHour, byMinute, bySecond } = rule;
  if (isElapsed(rule)) {
    const hours = byHour.length > 0 ? ` in the hours ${andList(byHour.map(String))}` : '';
    return byMinute.length > 0 ? `${hours} at minute ${andList(byMinute.map(String))}` : hours;
  }
  const second = modulo(start, secondsPerDay);
  const hours = byHour.length > 0 ? byHour : [Math.floor(second / 3600)];
  const minutes = byMinute.length > 0 ? byMinute : [Math.floor(second / 60) % 60];
  const seconds = bySecond.length > 0 ? bySecond : [second % 60];
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((rest) => clock(hour, minute, rest))),
  );
  return times.length > 6 ? ` ${times.length} times a day` : ` at ${andList(times)}`;
}

function clock(...parts: [number, number, number]): string {
  const [hour, minute, second] = parts.map((part) => String(part).padStart(2, '0'));
  return second === '00' ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

const endText = ({ count, until }: Rule): string => {
  if (count !== null) return count === 1 ? ', once' : `, ${count} times`;
  return until ? `, until ${untilText(until)}` : '';
};

function untilText({ kind, wall }: Until): string {
  const date = dateText(civilDate(dayOfWall(wall)));
  if (kind === 'date') return date;
  const second = modulo(wall, secondsPerDay);
  const time = clock(Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60);
  return `${date} ${time}${kind === 'utc' ? ' UTC' : ''}`;
}
