import type { QueryClient } from '@tanstack/react-query';
import { showTask } from '../tasks/show-task.ts';
import { everyTask, knownTask } from '../tasks/task-queries.ts';
import { underWay } from './under-way.ts';
import { laidOver } from './waiting-change.ts';

/** Shows what waits for an answer over whatever has been read, which does not know of it. */
export function layOver(client: QueryClient): void {
  for (const change of underWay()) {
    showTask(client, change.id, laidOver(change, knownTask(client, change.id)));
  }
}

/** From now on after each reading, before it is drawn. */
export const keepLaidOver = (client: QueryClient): (() => void) =>
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (event.query.queryKey[0] === everyTask[0]) layOver(client);
  });
