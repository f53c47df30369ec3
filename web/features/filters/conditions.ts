// What can be asked of tasks, as the address of the search says it and as a filter keeps it.

import { allOf } from '@zerodo/domain/all-of';
import type { FilterQuery } from '@zerodo/domain/filter';
import { ask, type TaskQuestion } from '../tasks/task-question.ts';

/** As the page holds it: lists are lists, and one without anything in it is not there. */
export type Conditions = Omit<FilterQuery, 'project' | 'label' | 'priority' | 'due'> & {
  project?: string[];
  label?: string[];
  priority?: number[];
  due?: DueGroup[];
};
type DueGroup = 'overdue' | 'today' | 'upcoming' | 'none';

const fields = [
  ...(['status', 'project', 'label', 'labelMatch', 'priority', 'due', 'dueWithin'] as const),
  ...(['dueFrom', 'dueTo', 'recurring', 'assignee', 'q', 'sort'] as const),
];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d\d-\d\d$/;
const oneOf = <T extends string>(value: string | null, possible: readonly T[]): T | undefined =>
  possible.find((one) => one === value);
const dueGroups: readonly DueGroup[] = ['overdue', 'today', 'upcoming', 'none'];

/** In one form: sorted, nothing twice, nothing empty; equal conditions are one question. */
export function tidy(given: FilterQuery | Conditions): Conditions {
  const { status, labelMatch, dueWithin, dueFrom, dueTo, recurring, assignee, q, sort } = given;
  const list = <T extends string | number>(values: T | readonly T[] | undefined): T[] | undefined => {
    const all = [...new Set(allOf(values))].sort();
    return all.length > 0 ? all : undefined;
  };
  const label = list(given.label);
  const all = {
    ...{ status, project: list(given.project), label },
    labelMatch: label && label.length > 1 ? labelMatch : undefined,
    ...{ priority: list(given.priority), due: list(given.due), dueWithin, dueFrom, dueTo },
    ...{ recurring, assignee, q: q?.trim() || undefined, sort },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** What an address asks for; what nobody could ask is left out. */
export function conditionsIn(asked: URLSearchParams): Conditions {
  const within = Number(asked.get('dueWithin'));
  const whole = (name: string) => (day.test(asked.get(name) ?? '') ? asked.get(name)! : undefined);
  const whom = asked.get('assignee') ?? '';
  return tidy({
    status: oneOf(asked.get('status'), ['open', 'completed']),
    project: asked.getAll('project').filter((id) => uuid.test(id)),
    label: asked.getAll('label').filter((name) => name !== '' && name.length <= 60),
    labelMatch: oneOf(asked.get('labelMatch'), ['any', 'all']),
    priority: asked
      .getAll('priority')
      .map(Number)
      .filter((one) => [1, 2, 3, 4].includes(one)),
    due: asked.getAll('due').flatMap((group) => oneOf(group, dueGroups) ?? []),
    dueWithin: Number.isInteger(within) && within >= 1 && within <= 366 ? within : undefined,
    dueFrom: whole('dueFrom'),
    dueTo: whole('dueTo'),
    recurring: oneOf(asked.get('recurring'), ['yes', 'no']),
    assignee: uuid.test(whom) ? whom : oneOf(whom, ['me', 'nobody']),
    q: asked.get('q')?.slice(0, 200),
    sort: oneOf(asked.get('sort'), ['due', 'created']),
  });
}

/** The address of a search for this; what else stood in the one before stays. */
export function searchFor(conditions: Conditions, before: string): string {
  const asked = new URLSearchParams(before);
  for (const field of fields) asked.delete(field);
  ask(asked, tidy(conditions));
  return asked.size > 0 ? `/search?${asked}` : '/search';
}

/** Whether anything is asked for beside words and order. */
export const isNarrowed = ({ q: _q, sort: _s, ...conditions }: Conditions): boolean =>
  Object.keys(conditions).length > 0;

/** Whoever begins to narrow a search down looks for what is to be done, and sees that this is so. */
export const begun = (before: Conditions, next: Conditions): Conditions =>
  tidy(isNarrowed(before) || 'status' in next ? next : { ...next, status: 'open' });

/** The list that answers; a day begins and ends in `timezone`. */
export function questionFor(conditions: Conditions, timezone: string): TaskQuestion {
  const { due, dueWithin, dueFrom, dueTo, q } = conditions;
  const dated = due || dueWithin || dueFrom || dueTo;
  return { ...tidy(conditions), ...(dated && { timezone }), limit: q ? 50 : 100 };
}
