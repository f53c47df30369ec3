// A rule in plain words.

import { civilDate, dayOfWall, modulo, secondsPerDay } from '../local-date.ts';
import type { Rule } from '../rrule.ts';
import { hasByParts } from './combinations.ts';
import { withImpliedDays } from './days.ts';
import { isElapsed } from './elapsed-slots.ts';
import type { Prepared } from './prepared.ts';
import { dayText } from './text-days.ts';
import { english } from './text-english.ts';
import { german } from './text-german.ts';
import type { RuleWords } from './text-words.ts';
import type { Until } from './until.ts';

const languages = { en: english, de: german };
export type TextLanguage = keyof typeof languages;

/** All rules of a recurrence, with the time they have in common at the end of each. */
export function textOf(
  { rules, start, allDay }: Prepared,
  mode: 'schedule' | 'completion',
  language: TextLanguage,
): string {
  const words = languages[language];
  const texts = rules.map((rule) => {
    const counted = mode === 'completion' ? words.fromCompletion : '';
    return `${howOften(rule, start, mode, words)}${timeText(rule, start, allDay, words)}${counted}${endText(rule, words)}`;
  });
  return [...new Set(texts)]
    .map((text, index) => (index === 0 ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`))
    .join('; ');
}

function howOften(rule: Rule, start: number, mode: 'schedule' | 'completion', words: RuleWords): string {
  const { interval, freq, byMonth, byWeekNo, bySetPos } = rule;
  const every = words.every(freq, interval);
  if (mode === 'completion' && !hasByParts(rule)) return every;
  const whole = withImpliedDays(rule, dayOfWall(start));
  const { byMonthDay, byYearDay, byDay } = whole;
  const days = dayText(whole, words);
  const dated = freq === 'YEARLY' && byMonthDay.length > 0 && byDay.length === 0 && byWeekNo.length === 0;
  const months = byMonth.length > 0 && !dated ? words.inMonths(byMonth) : '';
  const weeks = byWeekNo.length > 0 ? words.inWeeks(byWeekNo) : '';
  // `Every Monday` and `Every workday` need no `week`.
  const onlyWeekdays = byDay.length > 0 && byMonthDay.length + byYearDay.length + bySetPos.length === 0;
  if (interval === 1 && (freq === 'WEEKLY' || freq === 'DAILY') && onlyWeekdays) {
    return `${words.everyWeekday(days)}${months}`;
  }
  return `${every}${days === '' ? '' : words.on(days)}${weeks}${months}`;
}

function timeText(rule: Rule, start: number, allDay: boolean, words: RuleWords): string {
  if (allDay) return '';
  const { byHour, byMinute, bySecond } = rule;
  if (isElapsed(rule)) {
    const hours = byHour.length > 0 ? words.inHours(byHour) : '';
    return byMinute.length > 0 ? `${hours}${words.atMinutes(byMinute)}` : hours;
  }
  const second = modulo(start, secondsPerDay);
  const hours = byHour.length > 0 ? byHour : [Math.floor(second / 3600)];
  const minutes = byMinute.length > 0 ? byMinute : [Math.floor(second / 60) % 60];
  const seconds = bySecond.length > 0 ? bySecond : [second % 60];
  const count = hours.length * minutes.length * seconds.length;
  if (count > 6) return words.timesADay(count);
  return words.at(
    hours.flatMap((hour) => minutes.flatMap((minute) => seconds.map((rest) => clock(hour, minute, rest)))),
  );
}

function clock(...parts: [number, number, number]): string {
  const [hour, minute, second] = parts.map((part) => String(part).padStart(2, '0'));
  return second === '00' ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

function endText({ count, until }: Rule, words: RuleWords): string {
  if (count !== null) return words.times(count);
  return until ? words.until(untilText(until, words)) : '';
}

function untilText({ kind, wall }: Until, words: RuleWords): string {
  const date = words.date(civilDate(dayOfWall(wall)));
  if (kind === 'date') return date;
  const second = modulo(wall, secondsPerDay);
  const time = clock(Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60);
  return `${date} ${time}${kind === 'utc' ? ' UTC' : ''}`;
}
