import { allOf } from '@zerodo/domain/all-of';
import type { Task } from '@zerodo/domain/task';
import { addDays, wallClock } from '../../lib/local-time.ts';
import { dueHere, urgency } from './due.ts';
import type { TaskQuestion } from './task-question.ts';

/** Whether a list that asked this shows the task; null where only the server can tell (a search, whose it is). */
export function belongs(task: Task, question: TaskQuestion, now: number): boolean | null {
  const { status, project, label, labelMatch, priority, series, parent, recurring, assignee, q } = question;
  const isOneOf = <T>(asked: T | readonly T[] | undefined, value: T): boolean =>
    asked === undefined || allOf(asked).includes(value);
  const labels = allOf(label);
  const has = (name: string) => task.labels.includes(name);
  if (status && task.status !== status) return false;
  if (!isOneOf(project, task.projectId) || !isOneOf(priority, task.priority)) return false;
  if (labels.length > 0 && !(labelMatch === 'all' ? labels.every(has) : labels.some(has))) return false;
  if (series && task.recurrence?.seriesId !== series) return false;
  if (parent && task.parentId !== parent) return false;
  if (recurring && (task.recurrence !== null) !== (recurring === 'yes')) return false;
  if (!isDue(task, question, now)) return false;
  const { assigneeId } = task;
  if (assignee === 'me') return assigneeId === null ? false : null;
  if (assignee && (assigneeId ?? 'nobody') !== assignee) return false;
  return q === undefined ? true : null;
}

function isDue(task: Task, question: TaskQuestion, now: number): boolean {
  const { due, dueWithin, dueFrom, dueTo, timezone = 'UTC' } = question;
  if (!due && !dueWithin && !dueFrom && !dueTo) return true;
  const moment = dueHere(task, timezone);
  const day = moment?.date;
  if (dueFrom && !(day && day >= dueFrom)) return false;
  if (dueTo && !(day && day <= dueTo)) return false;
  if (!due && !dueWithin) return true;
  const urgent = urgency(moment, { now, zone: timezone });
  if (allOf(due).includes(urgent)) return true;
  if (!dueWithin || !day || urgent === 'overdue') return false;
  return day <= addDays(wallClock(now, timezone).date, dueWithin);
}
