import type { QueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { now } from '../../lib/clock.ts';
import { belongs } from './belongs.ts';
import { tasksIn, withoutTask, withTask } from './task-cache.ts';
import { knownLists, listOf, taskOf } from './task-queries.ts';

/** Makes every list and panel of this tab show `task`, or forget it when there is none. */
export function showTask(client: QueryClient, id: string, task: Task | null): void {
  const time = now();
  for (const { question, pages } of knownLists(client)) {
    if (!pages) continue;
    const known = tasksIn(pages).some((item) => item.id === id);
    const shown = task !== null && (belongs(task, question, time) ?? known);
    if (!shown && !known) continue;
    client.setQueryData(listOf(question).queryKey, shown ? withTask(pages, task) : withoutTask(pages, id));
  }
  if (task) client.setQueryData(taskOf(id).queryKey, task);
}

/** Whether a list that is on the page has the task. */
export const isShown = (client: QueryClient, id: string): boolean =>
  knownLists(client, 'active').some(({ pages }) => tasksIn(pages).some((task) => task.id === id));
