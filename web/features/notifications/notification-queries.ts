import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { NotificationPage } from '@zerodo/domain/notification';
import { call } from '../../lib/api.ts';

export const allNotifications = ['notifications'] as const;

export const inboxPath = '/notifications?limit=50';

export const inbox = queryOptions({
  queryKey: [...allNotifications, 'inbox'] as const,
  queryFn: ({ signal }) => call<NotificationPage>('GET', inboxPath, { signal }),
});

export const notificationsPath = (unread: boolean, cursor: string | null): string =>
  `/notifications?${new URLSearchParams({ limit: '50', ...(unread && { unread: 'true' }), ...(cursor && { cursor }) })}`;

/** All of them, or the unread ones, page by page. */
export const notificationPages = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...allNotifications, 'pages', unread] as const,
    queryFn: ({ pageParam, signal }) =>
      call<NotificationPage>('GET', notificationsPath(unread, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: NotificationPage) => page.nextCursor,
  });
