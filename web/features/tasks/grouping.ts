import type { Task } from '@zerodo/domain/task';
import type { Viewer } from '../../lib/local-time.ts';
import { dueHere, urgency } from './due.ts';

type GroupName = 'overdue' | 'today' | 'upcoming' | 'none';
export type Group = { name: GroupName; title: string; tasks: Task[] };

const titles: Record<GroupName, string> = {
  overdue: 'Overdue',
  today: 'Today',
  upcoming: 'Upcoming',
  none: 'No date',
};

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

/** Sorts open tasks into the groups of the page; a group without tasks is left out. */
export function group(tasks: readonly Task[], viewer: Viewer): Group[] {
  const groups: Record<GroupName, Task[]> = { overdue: [], today: [], upcoming: [], none: [] };
  for (const task of tasks) groups[urgency(dueHere(task, viewer.zone), viewer)].push(task);

  const order = inOrder(viewer.zone);
  return (Object.keys(groups) as GroupName[])
    .filter((name) => groups[name].length > 0)
    .map((name) => ({ name, title: titles[name], tasks: groups[name].toSorted(order) }));
}
