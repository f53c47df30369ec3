import type { ListTasks, TaskPage } from '@zerodo/domain/queries';
import type { Tx } from './sql.ts';
import { orderedPage } from './task-page.ts';
import { searchTasks } from './task-search.ts';

/** The tasks that `userId` may see, filtered and sorted, a page at a time. */
export async function listTasks(tx: Tx, asked: ListTasks, userId: string): Promise<TaskPage> {
  const { q, status, sort } = asked;
  // A list never reads everybody's tasks, however few there are; and which index is best depends on the
  // very word or label. Not awaited: it travels with the query, on the same connection.
  const hint = tx`
    select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)
  `.execute();
  hint.catch(() => {});
  const usual = status === 'completed' ? 'completed' : 'due';
  const page =
    q === undefined || q.trim() === ''
      ? await orderedPage(tx, asked, userId, { sort: sort === 'relevance' ? usual : (sort ?? usual) })
      : await searchTasks(tx, { ...asked, q }, userId);
  await hint;
  return page;
}
