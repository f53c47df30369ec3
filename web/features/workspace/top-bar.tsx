'use client';
import type { Notification } from '@zerodo/domain/queries';
import { CircleUserRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { Viewer } from '@/lib/local-time.ts';
import { SyncSign } from '../live/sync-sign.tsx';
import { Bell } from '../notifications/bell.tsx';
import type { useInbox } from '../notifications/use-inbox.ts';
import type { Person } from '../session/person.ts';
import { Logo } from './logo.tsx';

// Nobody opens these before the page is there: they come when first asked for.
const InboxPopover = dynamic(() => import('../notifications/inbox-popover.tsx'), { ssr: false });
const AccountMenu = dynamic(() => import('../session/account-menu.tsx'), { ssr: false });

export type Opened = 'inbox' | 'account' | null;

type Props = {
  person: Person;
  live: boolean | undefined;
  viewer: Viewer;
  notifications: ReturnType<typeof useInbox>;
  opened: Opened;
  onOpened(opened: Opened): void;
  onNotification(item: Notification): void;
  onShortcuts(): void;
};

export function TopBar({
  person,
  live,
  viewer,
  notifications,
  opened,
  onOpened,
  onNotification,
  onShortcuts,
}: Props) {
  const bell = useRef<HTMLButtonElement>(null);
  const account = useRef<HTMLButtonElement>(null);
  const bar = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<ReadonlySet<Opened>>(new Set());
  if (opened && !asked.has(opened)) setAsked(new Set([...asked, opened]));

  const { items, unread, error, markRead } = notifications;
  const close = () => onOpened(null);

  return (
    <header ref={bar}>
      <div className="mx-auto flex h-14 w-full max-w-3xl items-center justify-between px-4">
        <p className="flex items-center gap-2 font-semibold tracking-tight">
          <Logo className="size-6 text-accent" />
          Zerodo
        </p>
        <div className="flex items-center gap-0.5">
          <SyncSign live={live} />
          <Bell
            ref={bell}
            unread={unread}
            open={opened === 'inbox'}
            onClick={() => onOpened(opened === 'inbox' ? null : 'inbox')}
          />
          <Button
            ref={account}
            size="icon"
            aria-label={`Account of ${person.name}`}
            aria-haspopup="menu"
            aria-expanded={opened === 'account'}
            onClick={() => onOpened(opened === 'account' ? null : 'account')}
          >
            <CircleUserRound aria-hidden className="size-5" />
          </Button>
        </div>
      </div>
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
    </header>
  );
}
