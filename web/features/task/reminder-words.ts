import type { Reminder } from '@zerodo/domain/reminder';
import { momentInWords } from '../../lib/local-time.ts';

const units: [minutes: number, one: string, many: string][] = [
  [10_080, 'week', 'weeks'],
  [1440, 'day', 'days'],
  [60, 'hour', 'hours'],
  [1, 'minute', 'minutes'],
];

const spanInWords = (minutes: number): string => {
  const [size, one, many] = units.find(([length]) => minutes % length === 0) ?? units[3]!;
  const count = minutes / size;
  return `${count} ${count === 1 ? one : many}`;
};

/** "30 minutes before", "1 day before at 18:00", "When it is due", "Tomorrow 08:00". */
export function reminderInWords(reminder: Reminder, today: string): string {
  if (reminder.type === 'at') {
    const [date = '', time] = reminder.local.split('T');
    return momentInWords({ date, time: time?.slice(0, 5) ?? null }, today);
  }
  if ('minutes' in reminder) {
    return reminder.minutes === 0 ? 'When it is due' : `${spanInWords(reminder.minutes)} before`;
  }
  const at = reminder.at ? ` at ${reminder.at.slice(0, 5)}` : '';
  if (reminder.days === 0) return reminder.at ? `On the day${at}` : 'When it is due';
  return `${reminder.days} ${reminder.days === 1 ? 'day' : 'days'} before${at}`;
}
