import { queryOptions } from '@tanstack/react-query';
import type { NotificationPage } from '@zerodo/domain/notification';
import { call } from '../../lib/api.ts';

export const allNotifications = ['notifications'] as const;

export const inboxPath = '/notifications?limit=50';

export const inbox = queryOptions({
  queryKey: [...allNotifications, 'inbox'] as const,
  queryFn: ({ signal }) => call<NotificationPage>('GET', inboxPath, { signal }),
});
