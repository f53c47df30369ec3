import type { Task } from '@zerodo/domain/task';
import type { ReactNode } from 'react';

export type Group = 'task' | 'create' | 'go' | 'projects' | 'labels' | 'filters' | 'tasks' | 'more' | 'write';

/** The order of the groups. */
export const groups: Group[] = [
  'task',
  'create',
  'go',
  'projects',
  'filters',
  'labels',
  'tasks',
  'more',
  'write',
];

/** One thing that the palette can do. */
export type Command = {
  id: string;
  group: Group;
  label: string;
  /** At the right: what it belongs to. */
  hint?: string;
  /** The keys that do the same. */
  keys?: readonly string[];
  mark: ReactNode;
  run(): void;
};

/** What the workspace lends to the palette. */
export type Lent = {
  onShortcuts(): void;
  onSidebar(): void;
  onMenu(menu: 'day' | 'labels' | 'project'): void;
};

/** What is said above the commands for tasks. */
export const aboutTasks = (tasks: readonly Task[], count: (count: number) => string): string =>
  tasks.length === 1 ? (tasks[0]?.title ?? '') : count(tasks.length);
