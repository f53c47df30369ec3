'use client';
import type { Notification } from '@zerodo/domain/notification';
import { clsx } from 'clsx';
import { CircleUserRound, Command, Menu, PanelLeftOpen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Loads } from '@/components/new-version.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ahead } from '@/lib/ahead.ts';
import type { Viewer } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { SyncSign } from '../live/sync-sign.tsx';
import { Bell } from '../notifications/bell.tsx';
import type { useInbox } from '../notifications/use-inbox.ts';
import type { Person } from '../session/person.ts';
import { Logo } from './logo.tsx';
import { openPalette } from './use-workspace-keys.ts';

// Nobody opens these before the page is there: they come when first asked for.
const InboxPopover = dynamic(
  ahead(() => import('../notifications/inbox-popover.tsx')),
  { ssr: false },
);
const AccountMenu = dynamic(
  ahead(() => import('../session/account-menu.tsx')),
  { ssr: false },
);

export type Opened = 'inbox' | 'account' | null;

type Props = {
  person: Person;
  live: boolean | undefined;
  viewer: Viewer;
  notifications: ReturnType<typeof useInbox>;
  opened: Opened;
  sidebarShut: boolean;
  onOpened(opened: Opened): void;
  onNotification(item: Notification): void;
  onShortcuts(): void;
  onSidebar(): void;
  /** Every place to go to, where there is no room for a sidebar. */
  onMenu(): void;
};

export function TopBar(props: Props) {
  const { person, live, viewer, notifications, opened, sidebarShut } = props;
  const { onOpened, onNotification, onShortcuts, onSidebar, onMenu } = props;
  const words = useWords();
  const bell = useRef<HTMLButtonElement>(null);
  const account = useRef<HTMLButtonElement>(null);
  const bar = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<ReadonlySet<Opened>>(new Set());
  if (opened && !asked.has(opened)) setAsked(new Set([...asked, opened]));

  const { items, unread, error, markRead } = notifications;
  const close = () => onOpened(null);

  return (
    <header ref={bar}>
      <div className="flex h-14 w-full items-center justify-between px-2 sm:px-4">
        <div className="flex items-center gap-1">
          <Button
            size="icon"
            aria-label={words.frame.menu}
            aria-haspopup="dialog"
            onClick={onMenu}
            className="max-md:hidden lg:hidden"
          >
            <Menu aria-hidden className="size-5" />
          </Button>
          {sidebarShut && (
            <Button
              size="icon"
              aria-label={words.frame.showSidebar}
              onClick={onSidebar}
              className="max-lg:hidden"
            >
              <PanelLeftOpen aria-hidden className="size-[1.125rem]" />
            </Button>
          )}
          <p
            className={clsx(
              'flex items-center gap-2 px-2 font-semibold tracking-tight',
              !sidebarShut && 'lg:hidden',
            )}
          >
            <Logo className="size-6 text-accent" />
            Zerodo
          </p>
        </div>
        <div className="flex items-center gap-0.5">
          <SyncSign live={live} />
          <Button
            size="icon"
            aria-label={words.frame.findOrDo}
            title={`${words.frame.findOrDo} (Ctrl K)`}
            aria-haspopup="dialog"
            onClick={openPalette}
          >
            <Command aria-hidden className="size-[1.125rem]" />
          </Button>
          <Bell
            ref={bell}
            unread={unread}
            open={opened === 'inbox'}
            onClick={() => onOpened(opened === 'inbox' ? null : 'inbox')}
          />
          <Button
            ref={account}
            size="icon"
            aria-label={words.frame.accountOf(person.name)}
            aria-haspopup="menu"
            aria-expanded={opened === 'account'}
            onClick={() => onOpened(opened === 'account' ? null : 'account')}
          >
            <CircleUserRound aria-hidden className="size-5" />
          </Button>
        </div>
      </div>
      <Loads>
        {asked.has('inbox') && (
          <InboxPopover
            open={opened === 'inbox'}
            anchor={bell}
            items={items ?? []}
            unread={unread}
            error={error}
            viewer={viewer}
            onClose={close}
            onOpen={onNotification}
            onRead={markRead}
          />
        )}
        {asked.has('account') && (
          <AccountMenu
            open={opened === 'account'}
            anchor={account}
            container={bar}
            person={person}
            onClose={close}
            onShortcuts={onShortcuts}
          />
        )}
      </Loads>
    </header>
  );
}
