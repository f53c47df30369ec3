import type { Task } from '@zerodo/domain/task';
import type { Viewer } from '../../lib/local-time.ts';
import { dueHere, urgency } from './due.ts';

type GroupName = 'overdue' | 'today' | 'upcoming' | 'none';
export type Group = { name: GroupName; tasks: Task[] };

/** Earlier first, a whole day before its times, then the more important, then as they were put. */
const inOrder = (zone: string) => (one: Task, other: Task) => {
  const key = (task: Task) => {
    const due = dueHere(task, zone);
    return due ? `${due.date}T${due.time ?? ''}` : '';
  };
  return (
    key(one).localeCompare(key(other)) ||
    one.priority - other.priority ||
    one.position - other.position ||
    one.id.localeCompare(other.id)
  );
};

/** Each task once, also where two lists have it for a moment: the newer one counts. */
function unique(tasks: readonly Task[]): Task[] {
  const byId = new Map<string, Task>();
  for (const task of tasks) {
    const known = byId.get(task.id);
    if (!known || known.version < task.version) byId.set(task.id, task);
  }
  return [...byId.values()];
}

/** Sorts open tasks by urgency; a group without tasks is left out. */
export function group(tasks: readonly Task[], viewer: Viewer): Group[] {
  const groups: Record<GroupName, Task[]> = { overdue: [], today: [], upcoming: [], none: [] };
  for (const task of unique(tasks)) groups[urgency(dueHere(task, viewer.zone), viewer)].push(task);

  const order = inOrder(viewer.zone);
  return (Object.keys(groups) as GroupName[])
    .filter((name) => groups[name].length > 0)
    .map((name) => ({ name, tasks: groups[name].toSorted(order) }));
}

/** The tasks of each day on which one is due, in order. */
export function byDay(tasks: readonly Task[], viewer: Viewer): Map<string, Task[]> {
  const sorted = unique(tasks).toSorted(inOrder(viewer.zone));
  return Map.groupBy(sorted, (task) => dueHere(task, viewer.zone)?.date ?? '');
}

/** As they were put. */
export const inPlace = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((one, other) => one.position - other.position || one.id.localeCompare(other.id));

/** How many of the tasks before it each is a part of. */
export function depthsOf(tasks: readonly Task[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of tasks) depths.set(id, (depths.get(parentId ?? '') ?? -1) + 1);
  return depths;
}

/**
 * By the heading that they stand under: none first, then as the project has them, then others by
 * name. Below a task stand its parts, wherever they would stand by themselves.
 */
export function bySection(
  tasks: readonly Task[],
  sections: readonly string[],
): { section: string | null; tasks: Task[] }[] {
  const all = inPlace(unique(tasks));
  const known = new Set(all.map(({ id }) => id));
  const parts = Map.groupBy(all, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null));
  const withParts = (task: Task): Task[] => [task, ...(parts.get(task.id) ?? []).flatMap(withParts)];
  const found = Map.groupBy(parts.get(null) ?? [], ({ section }) => section);
  const others = [...found.keys()]
    .filter((name): name is string => name !== null && !sections.includes(name))
    .toSorted((one, other) => one.localeCompare(other));
  return [null, ...sections, ...others].map((section) => ({
    section,
    tasks: (found.get(section) ?? []).flatMap(withParts),
  }));
}
