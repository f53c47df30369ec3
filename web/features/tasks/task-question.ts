import type { ListTasks } from '@zerodo/domain/queries';
import type { Task } from '@zerodo/domain/task';
import { dueHere, urgency } from './due.ts';

/** What a list asks; also its key, so equal questions are one list. */
export type TaskQuestion = Pick<
  ListTasks,
  | 'status'
  | 'project'
  | 'label'
  | 'due'
  | 'dueFrom'
  | 'dueTo'
  | 'timezone'
  | 'series'
  | 'parent'
  | 'q'
  | 'sort'
  | 'limit'
>;

/** The questions of the views. A day begins and ends in `timezone`. */
export const questions = {
  overdue: (timezone: string): TaskQuestion => ({
    status: 'open',
    due: 'overdue',
    timezone,
    sort: 'due',
    limit: 100,
  }),
  today: (timezone: string): TaskQuestion => ({
    status: 'open',
    due: 'today',
    timezone,
    sort: 'due',
    limit: 100,
  }),
  upcoming: (timezone: string): TaskQuestion => ({
    status: 'open',
    due: 'upcoming',
    timezone,
    sort: 'due',
    limit: 100,
  }),
  project: (project: string): TaskQuestion => ({ status: 'open', project, sort: 'position', limit: 200 }),
  label: (label: string): TaskQuestion => ({ status: 'open', label, sort: 'due', limit: 100 }),
  completed: (): TaskQuestion => ({ status: 'completed', sort: 'completed', limit: 50 }),
  doneIn: (project: string): TaskQuestion => ({ status: 'completed', project, sort: 'completed', limit: 20 }),
  /** What a task consists of, done or not. */
  parts: (parent: string): TaskQuestion => ({ parent, sort: 'position', limit: 200 }),
  /** What is open and due on these days, both included. */
  between: (dueFrom: string, dueTo: string, timezone: string): TaskQuestion => ({
    status: 'open',
    dueFrom,
    dueTo,
    timezone,
    sort: 'due',
    limit: 200,
  }),
  search: (q: string): TaskQuestion => ({ q, limit: 50 }),
};

export function pathOf(question: TaskQuestion, cursor: string | null = null): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...question, cursor: cursor ?? undefined })) {
    if (value !== undefined) asked.set(name, String(value));
  }
  return `/tasks?${asked}`;
}

/** Whether a list that asked this shows the task; null where only the server can tell (a search). */
export function belongs(task: Task, question: TaskQuestion, now: number): boolean | null {
  const { status, project, label, due, dueFrom, dueTo, timezone = 'UTC', series, parent, q } = question;
  if (status && task.status !== status) return false;
  if (project && task.projectId !== project) return false;
  if (label && !task.labels.includes(label)) return false;
  if (series && task.recurrence?.seriesId !== series) return false;
  if (parent && task.parentId !== parent) return false;
  const day = dueFrom || dueTo ? dueHere(task, timezone)?.date : undefined;
  if (dueFrom && !(day && day >= dueFrom)) return false;
  if (dueTo && !(day && day <= dueTo)) return false;
  if (due && urgency(dueHere(task, timezone), { now, zone: timezone }) !== due) return false;
  return q === undefined ? true : null;
}
