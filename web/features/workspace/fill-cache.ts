import type { QueryClient } from '@tanstack/react-query';
import { inbox } from '../notifications/notification-queries.ts';
import { onePage } from '../tasks/task-cache.ts';
import { listOf } from '../tasks/task-queries.ts';
import type { FirstPaint } from './first-paint.ts';

/** Only where nothing is known yet: what the browser has read since is newer. */
export function fillCache(client: QueryClient, { open, completed, notifications }: FirstPaint): void {
  const keep = (known: unknown) => known !== undefined;
  if (open && !keep(client.getQueryData(listOf('open').queryKey))) {
    client.setQueryData(listOf('open').queryKey, onePage(open));
  }
  if (completed && !keep(client.getQueryData(listOf('completed').queryKey))) {
    client.setQueryData(listOf('completed').queryKey, onePage(completed));
  }
  if (notifications && !keep(client.getQueryData(inbox.queryKey))) {
    client.setQueryData(inbox.queryKey, notifications);
  }
}
