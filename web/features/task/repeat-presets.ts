import { weekdayInWords, weekdayOf } from '../../lib/local-time.ts';
import type { TaskWords } from '../../words/use-task-words.ts';
import type { Words } from '../../words/words.ts';

export type Preset = { label: string; rrule: string };

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** "Every 31st" said by a person means the last day where a month is shorter. */
const monthly = (day: number): string => {
  if (day <= 28) return `FREQ=MONTHLY;BYMONTHDAY=${day}`;
  const days = Array.from({ length: day - 27 }, (_, index) => 28 + index);
  return `FREQ=MONTHLY;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
};

/** The rules that most people want, begun at a due date (YYYY-MM-DD). */
export function presetsFor(date: string, words: Words, task: TaskWords): Preset[] {
  const named = weekdayInWords(date, words);
  const weekday = weekdayOf(date);
  const day = Number(date.slice(8));
  return [
    { label: task.everyDay, rrule: 'FREQ=DAILY' },
    { label: task.everyWorkday, rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
    { label: task.everyWeek(named), rrule: `FREQ=WEEKLY;BYDAY=${codes[weekday]}` },
    {
      label: task.everyTwoWeeks(named),
      rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${codes[weekday]}`,
    },
    { label: task.everyMonth(day), rrule: monthly(day) },
    { label: task.everyYear, rrule: 'FREQ=YEARLY' },
  ];
}
