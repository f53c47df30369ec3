import type { Reminder } from '@zerodo/domain/reminder';
import type { Task } from '@zerodo/domain/task';
import { asked } from '../tasks/task-edit.ts';

const timed: Reminder[] = [
  { type: 'before', minutes: 0 },
  { type: 'before', minutes: 10 },
  { type: 'before', minutes: 30 },
  { type: 'before', minutes: 60 },
  { type: 'before', days: 1 },
];

const wholeDay: Reminder[] = [
  { type: 'before', days: 0, at: '09:00' },
  { type: 'before', days: 1, at: '09:00' },
  { type: 'before', days: 1, at: '18:00' },
  { type: 'before', days: 7, at: '09:00' },
];

const same = (one: Reminder, other: Reminder): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** The usual reminders that a task does not have yet; without a due date there is nothing to be before. */
export function choicesFor(task: Pick<Task, 'due' | 'reminders'>): Reminder[] {
  if (!task.due) return [];
  const usual = task.due.time === null ? wholeDay : timed;
  return usual.filter((choice) => !task.reminders.some((reminder) => same(asked(reminder), choice)));
}
