// A filter as a document has it: its projects by their numbers there.

import * as z from 'zod';
import { allOf } from './all-of.ts';
import { instant, number } from './exported-fields.ts';
import { position } from './fields.ts';
import { type Filter, type FilterQuery, filterName, filterQuery, kept } from './filter.ts';
import { limits } from './limits.ts';
import { color } from './project.ts';

const assignees = ['me', 'nobody'] as const;

/** Other people are not in a document: of assignees it knows its own person, and nobody. */
export const exportedFilter = z.strictObject({
  name: filterName,
  color: color.nullable().default(null),
  query: filterQuery.extend({
    project: z.array(number).min(1).max(limits.askedProjects).optional(),
    assignee: z.enum(assignees).optional(),
  }),
  position: position.optional(),
  createdAt: instant.optional(),
  updatedAt: instant.optional(),
});
export type ExportedFilter = z.infer<typeof exportedFilter>;

/**
 * Null where nothing is left of whom or which projects it asks for: of everything else it would find
 * more than it was made for.
 */
export function toExported(
  { name, color, query, position, createdAt, updatedAt }: Filter,
  numbers: ReadonlyMap<string, number>,
  userId: string,
): ExportedFilter | null {
  const { project: ids, assignee: who, ...rest } = kept(query);
  const project = allOf(ids).flatMap((id) => numbers.get(id) ?? []);
  if (ids && project.length === 0) return null;
  const assignee = who === userId ? 'me' : assignees.find((one) => one === who);
  if (who && !assignee) return null;
  const asked = {
    ...rest,
    ...(ids && { project: project.toSorted((one, other) => one - other) }),
    ...(assignee && { assignee }),
  };
  return { name, color, query: asked, position, createdAt, updatedAt };
}

/** The question in an account where the projects of the document have these ids. */
export function fromExported(
  { project, ...rest }: ExportedFilter['query'],
  projects: ReadonlyMap<number, { id: string }>,
): FilterQuery {
  const ids = project?.map((one) => projects.get(one)!.id);
  return kept({ ...rest, ...(ids && { project: ids }) });
}
