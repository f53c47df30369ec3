'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Notification } from '@zerodo/domain/queries';
import { clsx } from 'clsx';
import dynamic from 'next/dynamic';
import { Suspense, use, useCallback, useEffect, useRef, useState } from 'react';
import type { Viewer } from '@/lib/local-time.ts';
import { useViewer } from '@/lib/use-viewer.ts';
import { useLeaveGuard } from '../live/use-leave-guard.ts';
import { useLive } from '../live/use-live.ts';
import { useArrivals, useInbox } from '../notifications/use-inbox.ts';
import { QuickAdd, type QuickAddHandle } from '../quick-add/quick-add.tsx';
import type { Person } from '../session/person.ts';
import { TaskList } from '../tasks/task-list.tsx';
import { TaskListSkeleton } from '../tasks/task-list-skeleton.tsx';
import { useTaskActions } from '../tasks/use-task-actions.ts';
import { DayHeading } from './day-heading.tsx';
import { fillCache } from './fill-cache.ts';
import type { FirstPaint } from './first-paint.ts';
import { type Opened, TopBar } from './top-bar.tsx';
import { useOpenTask } from './use-open-task.ts';
import { useWorkspaceKeys } from './use-workspace-keys.ts';

const TaskPanel = dynamic(() => import('../task/task-panel.tsx'), { ssr: false });
const ShortcutList = dynamic(() => import('../shortcuts/shortcut-list.tsx'), { ssr: false });

type Props = { person: Person; assumed: Viewer; first: Promise<FirstPaint> };

/** The page: quick add, the list, a task's panel and the inbox, over one cache and one live stream. */
export function Workspace({ person, assumed, first }: Props) {
  const viewer = useViewer(assumed);
  const live = useLive(person.id);
  useLeaveGuard();
  const actions = useTaskActions();
  const { openId, openTask, closeTask } = useOpenTask();
  const [opened, setOpened] = useState<Opened>(null);
  const [shortcuts, setShortcuts] = useState(false);
  const [panelAsked, setPanelAsked] = useState(false);
  const quickAdd = useRef<QuickAddHandle>(null);
  if (openId && !panelAsked) setPanelAsked(true);

  const notifications = useInbox();
  const openNotification = useCallback(
    ({ id, taskId, readAt }: Notification) => {
      setOpened(null);
      if (!readAt) notifications.markRead([id]);
      openTask(taskId);
    },
    [notifications.markRead, openTask],
  );
  useArrivals(notifications.items, { open: openNotification, openAll: () => setOpened('inbox') });

  const onToggle = useWorkspaceKeys({
    actions,
    onNew: () => quickAdd.current?.focus(),
    onInbox: () => setOpened('inbox'),
    onShortcuts: () => setShortcuts(true),
    onEscape: closeTask,
  });

  useEffect(() => {
    document.title = notifications.unread > 0 ? `(${notifications.unread}) Zerodo` : 'Zerodo';
  }, [notifications.unread]);

  return (
    <div
      className={clsx(
        'flex min-h-dvh flex-col transition-[padding] duration-200 ease-out',
        openId && 'lg:pr-[30rem]',
      )}
    >
      <TopBar
        person={person}
        live={live}
        viewer={viewer}
        notifications={notifications}
        opened={opened}
        onOpened={setOpened}
        onNotification={openNotification}
        onShortcuts={() => setShortcuts(true)}
      />
      <main className="mx-auto w-full max-w-3xl flex-1 px-2 pb-28 sm:px-4">
        <DayHeading viewer={viewer} />
        <div className="sticky top-0 z-20 -mx-2 mb-5 bg-canvas px-3 pt-2 pb-2 sm:-mx-4 sm:px-4">
          <QuickAdd actions={actions} viewer={viewer} ref={quickAdd} />
        </div>
        <Suspense fallback={<TaskListSkeleton />}>
          <Filled first={first}>
            <TaskList
              viewer={viewer}
              openId={openId}
              onToggle={onToggle}
              onOpen={openTask}
              onExample={(words) => quickAdd.current?.write(words)}
            />
          </Filled>
        </Suspense>
      </main>
      {panelAsked && (
        <TaskPanel id={openId} personId={person.id} viewer={viewer} actions={actions} onClose={closeTask} />
      )}
      {shortcuts && <ShortcutList open={shortcuts} onClose={() => setShortcuts(false)} />}
    </div>
  );
}

/** Puts what the server has read into the cache before the list asks for it. */
function Filled({ first, children }: { first: Promise<FirstPaint>; children: React.ReactNode }) {
  const client = useQueryClient();
  fillCache(client, use(first));
  return children;
}
