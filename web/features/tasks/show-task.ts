import type { QueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { withoutTask, withTask } from './task-cache.ts';
import { listOf, type Status, taskOf } from './task-queries.ts';

/** Makes every list and panel of this tab show `task`, or forget it when there is none. */
export function showTask(client: QueryClient, id: string, task: Task | null): void {
  for (const status of ['open', 'completed'] satisfies Status[]) {
    client.setQueryData(listOf(status).queryKey, (pages) => {
      if (!pages) return pages;
      return task?.status === status ? withTask(pages, task) : withoutTask(pages, id);
    });
  }
  if (task) client.setQueryData(taskOf(id).queryKey, task);
}
