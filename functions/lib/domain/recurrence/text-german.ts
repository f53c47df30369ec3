import { listed, type RuleWords } from './text-words.ts';

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);
const units = {
  SECONDLY: ['Jede Sekunde', 'Sekunden'],
  MINUTELY: ['Jede Minute', 'Minuten'],
  HOURLY: ['Jede Stunde', 'Stunden'],
  DAILY: ['Jeden Tag', 'Tage'],
  WEEKLY: ['Jede Woche', 'Wochen'],
  MONTHLY: ['Jeden Monat', 'Monate'],
  YEARLY: ['Jedes Jahr', 'Jahre'],
} as const;
const groups = { workday: 'Werktag', weekendDay: 'Wochenendtag', day: 'Tag' };
const and = listed('und');

/** As after `am`: `1.`, `letzten`, `vorletzten`, `3.-letzten`. */
function ordinal(position: number): string {
  if (position > 0) return `${position}.`;
  return position === -1 ? 'letzten' : position === -2 ? 'vorletzten' : `${-position}.-letzten`;
}

const monthName = (month: number): string => months[month - 1] as string;
const ordinals = (positions: readonly number[]): string => and(positions.map(ordinal));
const dayOfMonth = (day: number): string => (day < 0 ? `${ordinal(day)} Tag` : ordinal(day));

export const german: RuleWords = {
  weekdays,
  months,
  groups,
  and,
  date: ({ year, month, day }) => `${day}. ${monthName(month)} ${year}`,

  every: (freq, interval) => (interval === 1 ? units[freq][0] : `Alle ${interval} ${units[freq][1]}`),
  everyWeekday: (names) => `Jeden ${names}`,
  on: (days) => ` am ${days}`,
  yearDays: (days) => `${ordinals(days)} Tag des Jahres`,
  monthDays: (days, inMonths) => {
    const named = and(days.map(dayOfMonth));
    if (inMonths.length === 0) return named;
    const of = days.every((day) => day > 0) ? ' ' : ' im ';
    return `${named}${of}${and(inMonths.map(monthName))}`;
  },
  dayOrLast: (day, inMonths) => {
    const days = day === 31 || inMonths.join() === '2' ? 'letzten Tag' : `${day}. oder letzten Tag`;
    return inMonths.length === 0 ? days : `${days} im ${and(inMonths.map(monthName))}`;
  },
  numberedWeekdays: (plain, numbered, ofYear) => {
    const names = numbered.map(({ nth, weekday }) => `${ordinal(nth)} ${weekdays[weekday]}`);
    return `${and([...plain, ...names])}${ofYear ? ' des Jahres' : ''}`;
  },
  nthOfGroup: (positions, group) => `${ordinals(positions)} ${groups[group]}`,
  nthOf: (positions, days) => `${ordinals(positions)} von: ${days}`,
  both: (days) =>
    days
      .map((day, index) =>
        index === 0 ? day : `, wenn das ein ${day.replace(/en (?=\p{Lu})/gu, 'er ')} ist`,
      )
      .join(''),
  inWeeks: (weeks) => ` in der ${and(weeks.map(ordinal))} Woche`,
  inMonths: (inMonths) => ` im ${and(inMonths.map(monthName))}`,

  at: (times) => ` um ${and(times)}`,
  timesADay: (count) => ` ${count}-mal am Tag`,
  inHours: (hours) => ` in den Stunden ${and(hours.map(String))}`,
  atMinutes: (minutes) => ` zur Minute ${and(minutes.map(String))}`,

  fromCompletion: ', gezählt ab dem Erledigen',
  times: (count) => (count === 1 ? ', einmal' : `, ${count}-mal`),
  until: (moment) => `, bis ${moment}`,
};
