import type { Reminder } from '@zerodo/domain/reminder';
import { momentInWords } from '../../lib/local-time.ts';
import type { Words } from '../../words/words.ts';

const units = [
  [10_080, 'weeks'],
  [1440, 'days'],
  [60, 'hours'],
  [1, 'minutes'],
] as const;

/** "30 minutes", "1 day": whole units only. */
export function spanInWords(minutes: number, { dates }: Words): string {
  const [size, unit] = units.find(([length]) => minutes % length === 0) ?? units[3];
  return dates[unit](minutes / size);
}

/** "30 minutes before", "1 day before at 18:00", "When it is due", "Tomorrow 08:00". */
export function reminderInWords(reminder: Reminder, today: string, words: Words): string {
  const { dates } = words;
  if (reminder.type === 'at') {
    const [date = '', time] = reminder.local.split('T');
    return momentInWords({ date, time: time?.slice(0, 5) ?? null }, today, words);
  }
  if ('minutes' in reminder) {
    return reminder.minutes === 0 ? dates.whenDue : dates.before(spanInWords(reminder.minutes, words));
  }
  const at = reminder.at?.slice(0, 5);
  if (reminder.days === 0) return at ? dates.onTheDay(at) : dates.whenDue;
  const span = dates.days(reminder.days);
  return at ? dates.beforeAt(span, at) : dates.before(span);
}
