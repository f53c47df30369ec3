// A filter: a question about tasks that a person has given a name.

import * as z from 'zod';
import { allOf } from './all-of.ts';
import { position } from './fields.ts';
import { limits } from './limits.ts';
import { color } from './project.ts';
import { listTasks } from './queries.ts';
import { text } from './text.ts';

export const filterName = text.trim().min(1).max(limits.filterName);

/** What `GET /tasks` takes under the same names, but for where a page begins, its size and the clock of whoever reads. */
export const filterQuery = listTasks.pick({
  status: true,
  project: true,
  label: true,
  labelMatch: true,
  priority: true,
  due: true,
  dueWithin: true,
  dueFrom: true,
  dueTo: true,
  recurring: true,
  assignee: true,
  q: true,
  sort: true,
});
export type FilterQuery = z.infer<typeof filterQuery>;

/** A person's own; nobody else sees it. */
export const filter = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  color: z.string().nullable(),
  query: filterQuery,
  position: z.number(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Filter = z.infer<typeof filter>;

/** In the order of `position`, then as they were made; `nextCursor` is always null. */
export const filterList = z.strictObject({ items: z.array(filter), nextCursor: z.null() });

const command = <T extends z.ZodType>(name: string, data: T) =>
  ({ type: `dev.zerodo.command.${name}.v1`, data }) as const;

/** `id` is for who wants to know it beforehand, or to bring back a filter that was deleted. */
export const createFilter = command(
  'create-filter',
  z.strictObject({
    id: z.uuidv7().optional(),
    name: filterName,
    color: color.nullable().optional(),
    query: filterQuery,
    position: position.optional(),
  }),
);

/** `version`, where given, is the version that the caller saw (If-Match). */
const target = { filterId: z.uuid(), version: z.int().optional() };

/** A merge patch (RFC 7396), but for `query`, which is taken as a whole: a condition that is left out is gone. */
const changes = z.strictObject({
  name: filterName.optional(),
  color: color.nullish(),
  query: filterQuery.optional(),
  position: position.optional(),
});

export const updateFilter = command('update-filter', z.strictObject({ ...target, changes }));
export const deleteFilter = command('delete-filter', z.strictObject(target));

const sorted = <T extends string | number>(given: T | T[] | undefined): T[] | undefined =>
  given === undefined ? undefined : [...new Set(allOf(given))].sort();

/** The same question in the one form that is kept: lists as lists, without doubles, fields in one order. */
export function kept(query: FilterQuery): FilterQuery {
  const { status, project, label, labelMatch, priority, due, dueWithin, dueFrom, dueTo } = query;
  const form = {
    status,
    project: sorted(project),
    label: sorted(label),
    // Of one label any and all are the same.
    labelMatch: allOf(label).length > 1 ? labelMatch : undefined,
    priority: sorted(priority),
    due: sorted(due),
    dueWithin,
    dueFrom,
    dueTo,
    recurring: query.recurring,
    assignee: query.assignee,
    q: query.q?.trim() || undefined,
    sort: query.sort,
  };
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}
