import type { Project } from '@zerodo/domain/project';
import type { Task } from '@zerodo/domain/task';
import { bySection, inPlace } from '../tasks/grouping.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { positionAt } from './order.ts';

export type ColumnsBy = 'section' | 'priority';

export type Column = {
  /** What a drop names. */
  zone: string;
  /** The section, null for none; or the priority. */
  value: string | number | null;
  tasks: Task[];
  /** What a task takes on that is put here. */
  gives: TaskEdit;
};

const priorities = [1, 2, 3, 4];

/** The columns of a board, each with its tasks as they were put. */
export function columnsOf(
  all: readonly Task[],
  by: ColumnsBy,
  { sections }: Pick<Project, 'sections'>,
): Column[] {
  const known = new Set(all.map(({ id }) => id));
  // What is part of a card is looked at in it.
  const tasks = all.filter(({ parentId }) => !parentId || !known.has(parentId));
  if (by === 'priority') {
    return priorities.map((value) => ({
      zone: `priority:${value}`,
      value,
      tasks: inPlace(tasks.filter(({ priority }) => priority === value)),
      gives: { priority: value },
    }));
  }
  const columns = bySection(tasks, sections).map(({ section, tasks: inside }) => ({
    zone: `section:${section ?? ''}`,
    value: section,
    tasks: inside,
    gives: { section },
  }));
  // Who has sorted everything into sections needs no column for the rest.
  return columns.filter(
    ({ value, tasks: inside }) => value !== null || inside.length > 0 || sections.length === 0,
  );
}

/** Where a task is: its column and its place in it. */
export function placeIn(columns: readonly Column[], id: string): { column: number; index: number } | null {
  for (const [column, { tasks }] of columns.entries()) {
    const index = tasks.findIndex((task) => task.id === id);
    if (index >= 0) return { column, index };
  }
  return null;
}

/** What is changed of a task that goes to a place in a column; null where it is there already. */
export function editTo(
  columns: readonly Column[],
  id: string,
  to: { column: number; index: number },
): TaskEdit | null {
  const from = placeIn(columns, id);
  const target = columns[to.column];
  if (!from || !target) return null;
  const same = from.column === to.column;
  if (same && from.index === to.index) return null;
  const others = target.tasks.filter((task) => task.id !== id);
  const position = positionAt(others, to.index);
  return { ...(!same && target.gives), ...(position !== undefined && { position }) };
}

/** The place that a drop names: a column's end, or before or after a task of it. */
export function placeOfDrop(
  columns: readonly Column[],
  id: string,
  zone: string,
): { column: number; index: number } | null {
  const column = columns.findIndex((one) => one.zone === zone);
  if (column >= 0) {
    const others = columns[column]?.tasks.filter((task) => task.id !== id) ?? [];
    return { column, index: others.length };
  }
  return zone === `task:${id}` ? null : placeIn(columns, zone.slice('task:'.length));
}
