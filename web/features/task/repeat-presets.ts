import { weekdayOf } from '../../lib/local-time.ts';

export type Preset = { label: string; rrule: string };

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "Every 31st" said by a person means the last day where a month is shorter (DESIGN 8.6). */
const monthly = (day: number): string => {
  if (day <= 28) return `FREQ=MONTHLY;BYMONTHDAY=${day}`;
  const days = Array.from({ length: day - 27 }, (_, index) => 28 + index);
  return `FREQ=MONTHLY;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
};

const ordinal = (day: number): string => {
  const last = day % 10;
  const teen = day > 10 && day < 14;
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th')}`;
};

/** The rules that most people want, begun at a due date (YYYY-MM-DD). */
export function presetsFor(date: string): Preset[] {
  const weekday = weekdayOf(date);
  const day = Number(date.slice(8));
  return [
    { label: 'Every day', rrule: 'FREQ=DAILY' },
    { label: 'Every weekday (Mon to Fri)', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
    { label: `Every week on ${weekdays[weekday]}`, rrule: `FREQ=WEEKLY;BYDAY=${codes[weekday]}` },
    {
      label: `Every 2 weeks on ${weekdays[weekday]}`,
      rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${codes[weekday]}`,
    },
    { label: `Every month on the ${ordinal(day)}`, rrule: monthly(day) },
    { label: 'Every year', rrule: 'FREQ=YEARLY' },
  ];
}
