import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { HistoryPage, TaskPage } from '@zerodo/domain/queries';
import type { Task } from '@zerodo/domain/task';
import { call } from '../../lib/api.ts';
import { tasksIn } from './task-cache.ts';

export type Status = Task['status'];

/** What the page asks first, also on the server: everything open by due date, and what was done last. */
export const listPath = (status: Status, cursor: string | null = null): string => {
  const asked = new URLSearchParams(
    status === 'open' ? { status, sort: 'due', limit: '100' } : { status, sort: 'completed', limit: '20' },
  );
  if (cursor) asked.set('cursor', cursor);
  return `/tasks?${asked}`;
};

/** All that is known of tasks lies under this key, so that one nudge makes all of it be read again. */
export const everyTask = ['tasks'] as const;

export const listOf = (status: Status) =>
  infiniteQueryOptions({
    queryKey: [...everyTask, status] as const,
    queryFn: ({ pageParam, signal }) => call<TaskPage>('GET', listPath(status, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: TaskPage) => page.nextCursor,
  });

export const taskOf = (id: string) =>
  queryOptions({
    queryKey: [...everyTask, 'one', id] as const,
    queryFn: ({ signal }) => call<Task>('GET', `/tasks/${id}`, { signal }),
  });

export const historyOf = (id: string) =>
  queryOptions({
    queryKey: [...everyTask, 'history', id] as const,
    queryFn: ({ signal }) => call<HistoryPage>('GET', `/tasks/${id}/history?limit=50`, { signal }),
  });

/** A task as this tab knows it, wherever it was read. */
export function knownTask(client: QueryClient, id: string): Task | undefined {
  const lists = (['open', 'completed'] as const).flatMap((status) =>
    tasksIn(client.getQueryData(listOf(status).queryKey)),
  );
  return lists.find((task) => task.id === id) ?? client.getQueryData(taskOf(id).queryKey);
}
