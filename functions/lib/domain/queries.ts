// What task-query answers: the arguments of each query and the shape of its answer.

import * as z from 'zod';
import { limits } from './limits.ts';
import { several } from './several.ts';
import { task } from './task.ts';
import { text } from './text.ts';

const flag = z.enum(['open', 'completed']);
/** `YYYY-MM-DD`, a day that exists. */
const day = z.iso.date();

/**
 * `due` groups as the page does, in the zone given; `cursor` is what the page before answered. What may stand more
 * than once asks for tasks with any of it, and everything together for tasks of which all of it holds.
 */
export const listTasks = z.strictObject({
  status: flag.optional(),
  project: several(z.uuid(), limits.askedProjects).optional(),
  label: several(text.max(limits.labelLength), limits.labels).optional(),
  /** Of several labels a task has `any`, unless `all` are asked for. */
  labelMatch: z.enum(['any', 'all']).optional(),
  priority: several(z.coerce.number().int().min(1).max(4), 4).optional(),
  due: several(z.enum(['overdue', 'today', 'upcoming', 'none']), 4).optional(),
  /** From now until so many days after today; beside `due`, what either of them says. */
  dueWithin: z.coerce.number().int().min(1).max(limits.askedDays).optional(),
  /** The first and the last day, both included, on the calendar of the zone given. */
  dueFrom: day.optional(),
  dueTo: day.optional(),
  timezone: z.string().max(64).optional(),
  series: z.uuid().optional(),
  recurring: z.enum(['yes', 'no']).optional(),
  /** Somebody, `me` (whoever asks), or `nobody`. */
  assignee: z.union([z.enum(['me', 'nobody']), z.uuid()]).optional(),
  section: text.max(limits.section).optional(),
  /** The parts of one task. */
  parent: z.uuid().optional(),
  /** Words, phrases in quotes, and the beginning of a last word; parts of titles where that finds nothing. */
  q: text.max(200).optional(),
  /** `relevance`, the usual one with `q`, is without it as if nothing had been said. */
  sort: z.enum(['due', 'created', 'completed', 'position', 'relevance']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
export type ListTasks = z.infer<typeof listTasks>;

/** `nextCursor` is null at the end. */
const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

export const taskPage = page(task);
export type TaskPage = z.infer<typeof taskPage>;

export const readTask = z.strictObject({ taskId: z.uuid() });

/** One line of a task's history: an event, newest first. */
export const historyEntry = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  time: z.iso.datetime(),
  actor: z.uuid(),
  changed: z.array(z.string()),
  /** The slots (local) that an occurrence moved between in its series: it was skipped, or moved with it. */
  slot: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  /** The event that this one took back. */
  undoes: z.uuid().optional(),
  task,
});
export const historyPage = page(historyEntry);
export type HistoryEntry = z.infer<typeof historyEntry>;
export type HistoryPage = z.infer<typeof historyPage>;

export const readHistory = z.strictObject({
  taskId: z.uuid(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
