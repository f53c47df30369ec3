'use client';
import type { Task } from '@zerodo/domain/task';
import { createContext, use } from 'react';
import type { Viewer } from '@/lib/local-time.ts';
import type { Place } from '../navigation/place.ts';
import type { QuickAddHandle } from '../quick-add/quick-add.tsx';
import type { TaskActions } from '../tasks/use-task-actions.ts';

/** What every view stands in. */
export type Workspace = {
  viewer: Viewer;
  personId: string;
  /** May see the flow page. */
  operator: boolean;
  place: Place;
  actions: TaskActions;
  /** The task whose panel is open. */
  openId: string | null;
  openTask(id: string): void;
  /** Completes or reopens a row, as its circle and its key do. */
  toggle(task: Task): void;
  quickAdd: QuickAddHandle;
};

export const WorkspaceContext = createContext<Workspace | null>(null);

/** @throws Error outside of the workspace */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('A view stands in the workspace only.');
  return workspace;
}
