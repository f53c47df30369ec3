import { listed, type RuleWords } from './text-words.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const units = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};
const groups = { workday: 'workday', weekendDay: 'weekend day', day: 'day' };
const and = listed('and');

/** `1st`, `22nd`, `last`, `2nd to last` */
function ordinal(position: number): string {
  if (position === -1) return 'last';
  if (position < 0) return `${ordinal(-position)} to last`;
  const teen = position % 100 >= 11 && position % 100 <= 13;
  return `${position}${(!teen && ['', 'st', 'nd', 'rd'][position % 10]) || 'th'}`;
}

const monthName = (month: number): string => months[month - 1] as string;
const ordinals = (positions: readonly number[]): string => and(positions.map(ordinal));

export const english: RuleWords = {
  weekdays,
  months,
  groups,
  and,
  date: ({ year, month, day }) => `${day} ${monthName(month)} ${year}`,

  every: (freq, interval) => (interval === 1 ? `Every ${units[freq]}` : `Every ${interval} ${units[freq]}s`),
  everyWeekday: (names) => `Every ${names}`,
  on: (days) => ` on ${days}`,
  yearDays: (days) => `the ${ordinals(days)} day of the year`,
  monthDays: (days, inMonths) =>
    inMonths.length === 0
      ? `the ${and(days.map((day) => (day < 0 ? `${ordinal(day)} day` : ordinal(day))))}`
      : `${and(days.map((day) => (day < 0 ? `the ${ordinal(day)} day of` : String(day))))} ${and(inMonths.map(monthName))}`,
  dayOrLast: (day, inMonths) => {
    if (inMonths.join() === '2') return 'the last day of February';
    const days = day === 31 ? 'last day' : `${ordinal(day)} or last day`;
    return inMonths.length === 0 ? `the ${days}` : `the ${days} of ${and(inMonths.map(monthName))}`;
  },
  numberedWeekdays: (plain, numbered, ofYear) => {
    const names = numbered.map(({ nth, weekday }) => `${ordinal(nth)} ${weekdays[weekday]}`);
    return `the ${and([...plain, ...names])}${ofYear ? ' of the year' : ''}`;
  },
  nthOfGroup: (positions, group) => `the ${ordinals(positions)} ${groups[group]}`,
  nthOf: (positions, days) => `the ${ordinals(positions)} of ${days}`,
  both: (days) => days.join(', if that is '),
  inWeeks: (weeks) =>
    ` in week ${and(weeks.map((week) => (week > 0 ? String(week) : `${ordinal(week)} of the year`)))}`,
  inMonths: (inMonths) => ` in ${and(inMonths.map(monthName))}`,

  at: (times) => ` at ${and(times)}`,
  timesADay: (count) => ` ${count} times a day`,
  inHours: (hours) => ` in the hours ${and(hours.map(String))}`,
  atMinutes: (minutes) => ` at minute ${and(minutes.map(String))}`,

  fromCompletion: ', counted from completion',
  times: (count) => (count === 1 ? ', once' : `, ${count} times`),
  until: (moment) => `, until ${moment}`,
};
