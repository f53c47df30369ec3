import type { Rule } from '../rrule.ts';
import { andList, monthNames, ordinal, weekdayNames } from './text-words.ts';

/** The days of a rule, such as `the 15th`, `the last workday`, `27 January`; empty where it names none. */
export function dayText(rule: Rule): string {
  const days = [yearDays(rule), monthDays(rule), weekdays(rule)]
    .filter((text) => text !== '')
    .join(', if that is ');
  if (days === '' || rule.bySetPos.length === 0 || clamped(rule) !== null || isNthOfGroup(rule)) return days;
  return `the ${andList(rule.bySetPos.map(ordinal))} of ${days}`;
}

function yearDays({ byYearDay }: Rule): string {
  if (byYearDay.length === 0) return '';
  return `the ${andList(byYearDay.map(ordinal))} day of the year`;
}

function monthDays(rule: Rule): string {
  const { byMonthDay, byMonth, freq } = rule;
  if (byMonthDay.length === 0) return '';
  const last = clamped(rule);
  if (last !== null && byMonth.join() === '2') return 'the last day of February';
  const inOrder = [...byMonthDay].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);
  const days =
    last === null ? inOrder.map(monthDay) : [last === 31 ? 'last day' : `${ordinal(last)} or last day`];
  if (freq !== 'YEARLY' || byMonth.length === 0) return `the ${andList(days)}`;
  return `${andList(last === null ? inOrder.map(dayBeforeMonth) : days)} ${andList(byMonth.map(monthName))}`;
}

const monthName = (month: number): string => monthNames[month - 1] as string;
const monthDay = (day: number): string => (day < 0 ? `${ordinal(day)} day` : ordinal(day));
const dayBeforeMonth = (day: number): string => (day < 0 ? `the ${ordinal(day)} day of` : String(day));

/** The day that is meant by `28,29,30` and the last of them: the 30th or, where there is none, the last day. */
function clamped({ byMonthDay, bySetPos, byDay }: Rule): number | null {
  const isRun = byMonthDay.every((day, index) => day === 28 + index);
  return isRun && byMonthDay.length > 1 && byDay.length === 0 && bySetPos.join() === '-1'
    ? (byMonthDay.at(-1) as number)
    : null;
}

const groups = new Map([
  ['0,1,2,3,4', 'workday'],
  ['5,6', 'weekend day'],
  ['0,1,2,3,4,5,6', 'day'],
]);

function weekdays(rule: Rule): string {
  const { byDay, freq, byMonth, bySetPos } = rule;
  if (byDay.length === 0) return '';
  const plain = byDay
    .filter(({ nth }) => nth === null)
    .map(({ weekday }) => weekday)
    .sort((a, b) => a - b);
  const group = groups.get(plain.join());
  if (isNthOfGroup(rule)) return `the ${andList(bySetPos.map(ordinal))} ${group}`;
  const named =
    group && plain.length === byDay.length ? [group] : plain.map((day) => weekdayNames[day] as string);
  const numbered = byDay.flatMap(({ weekday, nth }) =>
    nth === null ? [] : [`${ordinal(nth)} ${weekdayNames[weekday]}`],
  );
  if (numbered.length === 0) return andList(named);
  const of = freq === 'YEARLY' && byMonth.length === 0 ? ' of the year' : '';
  return `the ${andList([...named, ...numbered])}${of}`;
}

/** The last workday of a month is one of a group of weekdays. */
function isNthOfGroup({ byDay, bySetPos, byMonthDay }: Rule): boolean {
  const plain = byDay.map(({ weekday }) => weekday).sort((a, b) => a - b);
  return (
    bySetPos.length > 0 &&
    byMonthDay.length === 0 &&
    byDay.every(({ nth }) => nth === null) &&
    groups.has(plain.join())
  );
}
