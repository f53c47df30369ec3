import type { ListTasks, TaskPage } from '@zerodo/domain/queries';
import { planLists } from './plans.ts';
import type { Tx } from './sql.ts';
import { orderedPage } from './task-page.ts';
import { searchTasks } from './task-search.ts';

/** The tasks that `userId` may see, filtered and sorted, a page at a time. */
export async function listTasks(tx: Tx, asked: ListTasks, userId: string): Promise<TaskPage> {
  const { q, status, sort } = asked;
  planLists(tx);
  const usual = status === 'completed' ? 'completed' : 'due';
  if (q !== undefined && q.trim() !== '') return searchTasks(tx, { ...asked, q }, userId);
  return orderedPage(tx, asked, userId, { sort: sort === 'relevance' ? usual : (sort ?? usual) });
}
