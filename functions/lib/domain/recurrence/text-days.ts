import type { Rule } from '../rrule.ts';
import type { DayGroup, NumberedWeekday, RuleWords } from './text-words.ts';

/** The days of a rule, such as `the 15th`, `the last workday`, `27 January`; empty where it names none. */
export function dayText(rule: Rule, words: RuleWords): string {
  const { byYearDay, bySetPos } = rule;
  const days = [
    byYearDay.length > 0 ? words.yearDays(byYearDay) : '',
    monthDays(rule, words),
    weekdays(rule, words),
  ].filter((text) => text !== '');
  if (days.length === 0) return '';
  const chosen = bySetPos.length > 0 && dayOrLast(rule) === null && nthOfGroup(rule) === null;
  return chosen ? words.nthOf(bySetPos, words.both(days)) : words.both(days);
}

function monthDays(rule: Rule, words: RuleWords): string {
  const { byMonthDay, byMonth, freq } = rule;
  if (byMonthDay.length === 0) return '';
  const months = freq === 'YEARLY' ? byMonth : [];
  const last = dayOrLast(rule);
  if (last !== null) return words.dayOrLast(last, months);
  const inOrder = [...byMonthDay].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);
  return words.monthDays(inOrder, months);
}

/** The day that is meant by `28,29,30` and the last of them: the 30th or, where there is none, the last day. */
export function dayOrLast({ byMonthDay, bySetPos, byDay }: Rule): number | null {
  const isRun = byMonthDay.every((day, index) => day === 28 + index);
  return isRun && byMonthDay.length > 1 && byDay.length === 0 && bySetPos.join() === '-1'
    ? (byMonthDay.at(-1) as number)
    : null;
}

const groups = new Map<string, DayGroup>([
  ['0,1,2,3,4', 'workday'],
  ['5,6', 'weekendDay'],
  ['0,1,2,3,4,5,6', 'day'],
]);

const groupOf = (weekdays: readonly number[]): DayGroup | undefined =>
  groups.get([...weekdays].sort((a, b) => a - b).join());

function weekdays(rule: Rule, words: RuleWords): string {
  const { byDay, freq, byMonth, bySetPos } = rule;
  if (byDay.length === 0) return '';
  const chosen = nthOfGroup(rule);
  if (chosen) return words.nthOfGroup(bySetPos, chosen);
  const numbered = byDay.filter((day): day is NumberedWeekday => day.nth !== null);
  const plain = byDay.filter(({ nth }) => nth === null).map(({ weekday }) => weekday);
  const group = numbered.length === 0 ? groupOf(plain) : undefined;
  const names = group
    ? [words.groups[group]]
    : plain.sort((a, b) => a - b).map((day) => words.weekdays[day] as string);
  if (numbered.length === 0) return words.and(names);
  return words.numberedWeekdays(names, numbered, freq === 'YEARLY' && byMonth.length === 0);
}

/** The last workday of a month is one of a group of weekdays. */
function nthOfGroup({ byDay, bySetPos, byMonthDay }: Rule): DayGroup | null {
  if (bySetPos.length === 0 || byMonthDay.length > 0 || byDay.some(({ nth }) => nth !== null)) return null;
  return groupOf(byDay.map(({ weekday }) => weekday)) ?? null;
}
