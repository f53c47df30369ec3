import { infiniteQueryOptions, type Query, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { HistoryPage, TaskPage } from '@zerodo/domain/queries';
import type { Task } from '@zerodo/domain/task';
import { call } from '../../lib/api.ts';
import { type Pages, tasksIn } from './task-cache.ts';
import { pathOf, type TaskQuestion } from './task-question.ts';

/** All that is known of tasks lies under this key, so that one nudge makes all of it be read again. */
export const everyTask = ['tasks'] as const;

/** What is shown already, and read again at most. */
export const everyTaskKnown = {
  queryKey: everyTask,
  predicate: ({ state }: Query) => state.data !== undefined,
};

/** What is read for the first time. */
export const everyTaskComing = {
  queryKey: everyTask,
  predicate: ({ state }: Query) => state.data === undefined && state.fetchStatus !== 'idle',
};

const everyList = [...everyTask, 'list'] as const;

export const listOf = (question: TaskQuestion) =>
  infiniteQueryOptions({
    queryKey: [...everyList, question] as const,
    queryFn: ({ pageParam, signal }) => call<TaskPage>('GET', pathOf(question, pageParam), { signal }),
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

/** Every list that this tab has read, or those on the page, with what each asked. */
export const knownLists = (
  client: QueryClient,
  type: 'all' | 'active' = 'all',
): { question: TaskQuestion; pages: Pages | undefined }[] =>
  client
    .getQueriesData<Pages>({ queryKey: everyList, type })
    .map(([key, pages]) => ({ question: key[everyList.length] as TaskQuestion, pages }));

/** A task as this tab knows it, wherever it was read; the newest of what it has. */
export function knownTask(client: QueryClient, id: string): Task | undefined {
  const found = knownLists(client).flatMap(({ pages }) => tasksIn(pages).filter((task) => task.id === id));
  const alone = client.getQueryData(taskOf(id).queryKey);
  return [...found, ...(alone ? [alone] : [])].reduce<Task | undefined>(
    (newest, task) => (newest && newest.version >= task.version ? newest : task),
    undefined,
  );
}
