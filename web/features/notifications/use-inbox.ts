'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Notification, NotificationPage } from '@zerodo/domain/notification';
import { useEffect, useRef } from 'react';
import { toasts } from '@/components/ui/toasts.ts';
import { call, mayPass, pause } from '@/lib/api.ts';
import { instantNow } from '@/lib/clock.ts';
import { newId } from '@/lib/new-id.ts';
import { useWords } from '@/words/use-words.ts';
import { allNotifications, inbox } from './notification-queries.ts';

const readNow = (page: NotificationPage, ids: readonly string[]): NotificationPage => {
  const now = instantNow();
  const newly = page.items.filter(({ id, readAt }) => ids.includes(id) && !readAt).length;
  return {
    ...page,
    unread: Math.max(0, page.unread - newly),
    items: page.items.map((item) => (ids.includes(item.id) ? { ...item, readAt: item.readAt ?? now } : item)),
  };
};

/** The notification inbox, and how to mark lines of it as read. */
export function useInbox() {
  const client = useQueryClient();
  const { data, error } = useQuery(inbox);

  const { mutate: markRead } = useMutation({
    retry: (failures, problem) => failures < 4 && mayPass(problem),
    retryDelay: pause,
    mutationFn: (ids: string[]) =>
      Promise.all(ids.map((id) => call('POST', `/notifications/${id}/read`, { key: newId() }))),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey: allNotifications });
      client.setQueryData(inbox.queryKey, (page) => page && readNow(page, ids));
    },
    onSettled: () => client.invalidateQueries({ queryKey: allNotifications }),
  });

  return { items: data?.items, unread: data?.unread ?? 0, error: data ? null : error, markRead };
}

/** Says aloud what comes while the page is open; what was there before is in the inbox only. */
export function useArrivals(
  items: readonly Notification[] | undefined,
  on: { open(item: Notification): void; openAll(): void },
): void {
  const seen = useRef<Set<string>>(null);
  const handlers = useRef(on);
  const words = useWords().frame.bell;
  useEffect(() => {
    handlers.current = on;
  });

  useEffect(() => {
    if (!items) return;
    const before = seen.current;
    seen.current = new Set(items.map(({ id }) => id));
    const fresh = before ? items.filter(({ id, readAt }) => !readAt && !before.has(id)) : [];
    const [first, ...others] = fresh;
    if (!first) return;

    // After an outage many come at once: one message for all of them.
    const alone = others.length === 0;
    const toast = toasts.add({
      title: alone ? words.reminder : words.many(fresh.length),
      description: fresh.map(({ title }) => title).join(', '),
      timeout: 15_000,
      priority: 'high',
      actionProps: {
        children: alone ? words.open : words.show,
        onClick: () => {
          toasts.close(toast);
          if (alone) handlers.current.open(first);
          else handlers.current.openAll();
        },
      },
    });
  }, [items, words]);
}
