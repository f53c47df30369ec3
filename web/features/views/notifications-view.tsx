'use client';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { Notification } from '@zerodo/domain/notification';
import type { Snooze } from '@zerodo/domain/notification-commands';
import { BellOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Tabs } from '@/components/ui/tabs.tsx';
import { tellFailure } from '@/components/ui/tell-failure.ts';
import { toasts } from '@/components/ui/toasts.ts';
import { call } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { useNotificationWords } from '@/words/use-notification-words.ts';
import { useWords } from '@/words/use-words.ts';
import { NotificationLine } from '../notifications/notification-line.tsx';
import { allNotifications, notificationPages } from '../notifications/notification-queries.ts';
import { ReceivedInvitations } from '../notifications/received-invitations.tsx';
import { useInbox } from '../notifications/use-inbox.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';

/** All that Zerodo told, newest first. */
export default function NotificationsView() {
  const words = useWords();
  const said = useNotificationWords();
  const client = useQueryClient();
  const { viewer, openTask } = useWorkspace();
  const { unread, markRead } = useInbox();
  const [only, setOnly] = useState<'all' | 'unread'>('all');
  const query = useInfiniteQuery(notificationPages(only === 'unread'));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];

  const change = async (path: string, body: object | undefined, done?: string) => {
    try {
      await call('POST', path, { key: newId(), ...(body && { body }) });
      if (done) toasts.add({ title: done, timeout: 5000 });
    } catch (error) {
      tellFailure(words.errors.notChanged, error, words);
    } finally {
      await client.invalidateQueries({ queryKey: allNotifications });
    }
  };
  const open = (item: Notification) => {
    if (!item.readAt) markRead([item.id]);
    if (item.taskId) openTask(item.taskId);
  };
  const snooze = (item: Notification, until: Snooze, label: string) =>
    void change(`/notifications/${item.id}/snooze`, until, said.snoozed(label));

  return (
    <>
      <ReceivedInvitations />
      <div className="mb-3 flex min-h-10 flex-wrap items-center justify-between gap-2 px-1">
        <Tabs
          label={said.which}
          value={only}
          choices={[
            { value: 'all', label: said.all },
            { value: 'unread', label: said.onlyUnread },
          ]}
          onChange={setOnly}
        />
        {unread > 0 && (
          <Button size="small" onClick={() => void change('/notifications/read-all', {})}>
            {said.markAll}
          </Button>
        )}
      </div>
      <Listing
        lists={[{ known: query.data !== undefined, error: query.error, retry: () => void query.refetch() }]}
      >
        {items.length === 0 && (
          <Empty
            icon={BellOff}
            title={only === 'all' ? said.noneTitle : said.noneUnread}
            words={only === 'all' ? said.none : said.allRead}
          />
        )}
        <ul aria-label={words.frame.bell.title} className="flex flex-col gap-px">
          {items.map((item) => (
            <NotificationLine
              key={item.id}
              item={item}
              viewer={viewer}
              onOpen={open}
              onRead={({ id }) => markRead([id])}
              onSnooze={snooze}
            />
          ))}
        </ul>
        <More
          list={{
            hasMore: query.hasNextPage,
            readsMore: query.isFetchingNextPage,
            readMore: () => void query.fetchNextPage(),
          }}
          label={words.tasks.showOlder}
        />
      </Listing>
    </>
  );
}
