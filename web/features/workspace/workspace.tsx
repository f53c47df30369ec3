'use client';
import { useQuery } from '@tanstack/react-query';
import type { Notification } from '@zerodo/domain/notification';
import { clsx } from 'clsx';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Loads } from '@/components/new-version.tsx';
import { ahead } from '@/lib/ahead.ts';
import { type Viewer, wallClock } from '@/lib/local-time.ts';
import { useViewer } from '@/lib/use-viewer.ts';
import { useWords } from '@/words/use-words.ts';
import { filterDefaults } from '../filters/filter-defaults.ts';
import { filterList } from '../filters/filter-queries.ts';
import { useLeaveGuard } from '../live/use-leave-guard.ts';
import { useLive } from '../live/use-live.ts';
import { BottomBar } from '../navigation/bottom-bar.tsx';
import { placeOf } from '../navigation/place.ts';
import { Sidebar } from '../navigation/sidebar.tsx';
import { keepSidebar } from '../navigation/sidebar-cookie.ts';
import { useArrivals, useInbox } from '../notifications/use-inbox.ts';
import { defaultsAt } from '../quick-add/defaults.ts';
import { QuickAdd, type QuickAddHandle } from '../quick-add/quick-add.tsx';
import { clearSelection, useSelectedIds } from '../selection/selection.ts';
import type { Person } from '../session/person.ts';
import { expectField } from '../shortcuts/type-ahead.ts';
import { useRoving } from '../shortcuts/use-roving.ts';
import { useTaskActions } from '../tasks/use-task-actions.ts';
import { useWaiting } from '../waiting/use-waiting.ts';
import { Filled } from './filled.tsx';
import type { FirstPaint } from './first-paint.ts';
import { PlaceHeading } from './place-heading.tsx';
import { type Opened, TopBar } from './top-bar.tsx';
import { useNewDay } from './use-new-day.ts';
import { useOpenTask } from './use-open-task.ts';
import { usePlaceName } from './use-place-name.ts';
import { usePreload } from './use-preload.ts';
import { useTitle } from './use-title.ts';
import { type BulkMenu, useWorkspaceKeys } from './use-workspace-keys.ts';
import { useWanted } from './windows.ts';
import { WorkspaceContext } from './workspace-context.ts';

// Nobody needs these before the page is there.
const Arrival = dynamic(() => import('../arrival/arrival.tsx'), { ssr: false });
const TaskPanel = dynamic(
  ahead(() => import('../task/task-panel.tsx')),
  { ssr: false },
);
const ShortcutList = dynamic(
  ahead(() => import('../shortcuts/shortcut-list.tsx')),
  { ssr: false },
);
const BulkBar = dynamic(
  ahead(() => import('../selection/bulk-bar.tsx')),
  { ssr: false },
);
const Drawer = dynamic(
  ahead(() => import('../navigation/drawer.tsx')),
  { ssr: false },
);
const WindowsShown = dynamic(
  ahead(() => import('./windows-shown.tsx')),
  { ssr: false },
);
const QuickAddWindow = dynamic(
  ahead(() => import('../quick-add/quick-add-window.tsx')),
  { ssr: false },
);

type Window = 'shortcuts' | 'drawer' | 'quick-add';

type Props = {
  person: Person;
  assumed: Viewer;
  sidebarShut: boolean;
  first: Promise<FirstPaint>;
  children: ReactNode;
};

/** The frame around every view: navigation, quick add, a task's panel, the inbox, over one cache and one live stream. */
export function Workspace({ person, assumed, sidebarShut, first, children }: Props) {
  const words = useWords();
  const viewer = useViewer(assumed);
  const place = placeOf(usePathname());
  const live = useLive(person.id);
  useLeaveGuard();
  useWaiting(person.id);
  useNewDay(viewer);
  usePreload();
  const actions = useTaskActions();
  const { openId, openTask, closeTask } = useOpenTask();
  const [opened, setOpened] = useState<Opened>(null);
  const [window, setWindow] = useState<Window | null>(null);
  const [menu, setMenu] = useState<BulkMenu | null>(null);
  const [shut, setShut] = useState(sidebarShut);
  const asked = useAsked({
    panel: openId !== null,
    bulk: useSelectedIds().size > 0,
    windows: useWanted() !== null,
    [window ?? 'none']: true,
  });
  const main = useRef<HTMLElement>(null);
  const field = useRef<QuickAddHandle>(null);
  useRoving(main);

  const quickAdd = useMemo<QuickAddHandle>(
    () => ({
      focus: (defaults) => {
        if (field.current) return field.current.focus(defaults);
        expectField();
        setWindow('quick-add');
      },
      write: (line) => field.current?.write(line),
    }),
    [],
  );
  const turnSidebar = useCallback(() => {
    setShut(!shut);
    keepSidebar(!shut);
  }, [shut]);

  const notifications = useInbox();
  const openNotification = useCallback(
    ({ id, taskId, readAt }: Notification) => {
      setOpened(null);
      if (!readAt) notifications.markRead([id]);
      if (taskId) openTask(taskId);
    },
    [notifications.markRead, openTask],
  );
  useArrivals(notifications.items, { open: openNotification, openAll: () => setOpened('inbox') });
  useTitle(usePlaceName(place), notifications.unread);

  const toggle = useWorkspaceKeys({
    actions,
    onNew: () => quickAdd.focus(),
    onInbox: () => setOpened('inbox'),
    onSidebar: turnSidebar,
    onShortcuts: () => setWindow('shortcuts'),
    onMenu: setMenu,
    onEscape: closeTask,
  });

  const address = JSON.stringify(place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected belongs to the view that was left
  useEffect(clearSelection, [address]);

  const today = wallClock(viewer.now, viewer.zone).date;
  const { data: filters } = useQuery({ ...filterList, enabled: false });
  const filter = place.view === 'filter' ? filters?.items.find(({ id }) => id === place.id) : undefined;
  const defaults = useMemo(
    () => (filter ? filterDefaults(filter.query, today) : defaultsAt(JSON.parse(address), today)),
    [address, filter, today],
  );
  const workspace = useMemo(
    () => ({
      viewer,
      personId: person.id,
      operator: person.operator,
      place: JSON.parse(address),
      actions,
      openId,
      openTask,
      toggle,
      quickAdd,
    }),
    [viewer, person.id, person.operator, address, actions, openId, openTask, toggle, quickAdd],
  );
  // A search has its own field there, and what tells of what is done is not where one writes.
  const writesHere = !['search', 'completed', 'statistics', 'notifications', 'flow', 'observe'].includes(
    place.view,
  );
  const close = () => setWindow(null);

  return (
    <WorkspaceContext value={workspace}>
      <a
        href="#view"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words.frame.skip}
      </a>
      <Suspense>
        <Filled first={first}>
          <Sidebar place={place} zone={viewer.zone} shut={shut} onShut={turnSidebar} />
        </Filled>
      </Suspense>
      <div
        className={clsx(
          'flex min-h-dvh flex-col transition-[padding] duration-200 ease-out',
          !shut && 'lg:pl-64',
          openId && 'xl:pr-[30rem]',
        )}
      >
        <TopBar
          person={person}
          live={live}
          viewer={viewer}
          notifications={notifications}
          opened={opened}
          sidebarShut={shut}
          onOpened={setOpened}
          onNotification={openNotification}
          onShortcuts={() => setWindow('shortcuts')}
          onSidebar={turnSidebar}
          onMenu={() => setWindow('drawer')}
        />
        <main
          ref={main}
          className="mx-auto w-full max-w-3xl flex-1 px-2 pb-36 has-[[data-wide]]:max-w-[100rem] sm:px-4 md:pb-28"
        >
          <Loads quiet>
            <Arrival email={person.email} />
          </Loads>
          <PlaceHeading />
          {writesHere && (
            <div className="sticky top-0 z-10 -mx-2 mb-5 bg-canvas px-3 pt-2 pb-2 sm:-mx-4 sm:px-4">
              <QuickAdd actions={actions} viewer={viewer} defaults={defaults} onShow={openTask} ref={field} />
            </div>
          )}
          <Loads>{children}</Loads>
        </main>
        <BottomBar place={place} zone={viewer.zone} onMenu={() => setWindow('drawer')} />
      </div>
      <Loads>
        {asked.has('panel') && (
          <TaskPanel id={openId} personId={person.id} viewer={viewer} actions={actions} onClose={closeTask} />
        )}
        {asked.has('bulk') && <BulkBar menu={menu} besideSidebar={!shut} onMenu={setMenu} />}
        {asked.has('drawer') && (
          <Drawer open={window === 'drawer'} place={place} zone={viewer.zone} onClose={close} />
        )}
        {asked.has('quick-add') && (
          <QuickAddWindow
            open={window === 'quick-add'}
            actions={actions}
            viewer={viewer}
            defaults={defaults}
            onShow={openTask}
            onClose={close}
          />
        )}
        {asked.has('windows') && (
          <WindowsShown
            palette={{ onShortcuts: () => setWindow('shortcuts'), onMenu: setMenu, onSidebar: turnSidebar }}
          />
        )}
        {asked.has('shortcuts') && <ShortcutList open={window === 'shortcuts'} onClose={close} />}
      </Loads>
    </WorkspaceContext>
  );
}

/** What was wanted once stays, so that it can slide away again. */
function useAsked(wanted: Record<string, boolean>): ReadonlySet<string> {
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const fresh = Object.keys(wanted).filter((name) => wanted[name] && !asked.has(name));
  if (fresh.length > 0) setAsked(new Set([...asked, ...fresh]));
  return asked;
}
