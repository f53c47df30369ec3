import { allOf } from '@zerodo/domain/all-of';
import type { ListTasks } from '@zerodo/domain/queries';

/** What a list asks; also its key, so equal questions are one list. */
export type TaskQuestion = Pick<
  ListTasks,
  | 'status'
  | 'project'
  | 'label'
  | 'labelMatch'
  | 'priority'
  | 'due'
  | 'dueWithin'
  | 'dueFrom'
  | 'dueTo'
  | 'timezone'
  | 'series'
  | 'parent'
  | 'recurring'
  | 'assignee'
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

/** Puts each value under its name, several under the same. */
export function ask(address: URLSearchParams, question: object): URLSearchParams {
  for (const [name, value] of Object.entries(question)) {
    for (const one of allOf(value)) address.append(name, String(one));
  }
  return address;
}

export function pathOf(question: TaskQuestion, cursor: string | null = null): string {
  return `/tasks?${ask(new URLSearchParams(), { ...question, cursor: cursor ?? undefined })}`;
}
