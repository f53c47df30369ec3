'use client';
import { Popover } from '@base-ui/react/popover';
import type { Notification } from '@zerodo/domain/notification';
import { clsx } from 'clsx';
import { BellOff } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { unlessElsewhere } from '@/components/ui/final-focus.ts';
import { inWords } from '@/lib/api.ts';
import { agoInWords, type Viewer } from '@/lib/local-time.ts';
import { useNotificationWords } from '@/words/use-notification-words.ts';
import { useWords } from '@/words/use-words.ts';
import { NavLink } from '../navigation/nav-link.tsx';
import { pathTo } from '../navigation/place.ts';
import { NotificationMark } from './notification-mark.tsx';
import { aboutInWords } from './notification-words.ts';

type Props = {
  open: boolean;
  anchor: RefObject<HTMLElement | null>;
  items: readonly Notification[];
  unread: number;
  error: Error | null;
  viewer: Viewer;
  onClose(): void;
  onOpen(item: Notification): void;
  onRead(ids: string[]): void;
};

/** What Zerodo told: newest first, unread ones marked. */
export default function InboxPopover({
  open,
  anchor,
  items,
  unread,
  error,
  viewer,
  onClose,
  onOpen,
  onRead,
}: Props) {
  const popup = useRef<HTMLDivElement>(null);
  const words = useWords();
  const said = useNotificationWords();
  return (
    <Popover.Root
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="end" sideOffset={8} collisionPadding={12} className="z-40">
          <Popover.Popup
            ref={popup}
            initialFocus={popup}
            finalFocus={unlessElsewhere(popup, () => anchor.current)}
            className={clsx(
              'flex max-h-[min(32rem,75dvh)] w-[min(24rem,calc(100vw-1.5rem))] flex-col rounded-2xl border border-line',
              'bg-surface shadow-raised outline-none transition-[scale,opacity] duration-150 origin-(--transform-origin)',
              'data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0',
            )}
          >
            <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
              <Popover.Title className="text-sm font-semibold">{words.frame.bell.title}</Popover.Title>
              {unread > 0 && (
                <Button
                  size="small"
                  onClick={() => onRead(items.filter(({ readAt }) => !readAt).map(({ id }) => id))}
                >
                  {said.markAll}
                </Button>
              )}
            </div>
            {error && <p className="px-4 pb-4 text-sm text-danger">{inWords(error, words)}</p>}
            {!error && items.length === 0 && <Nothing />}
            {items.length > 0 && (
              <ul className="min-h-0 overflow-y-auto overscroll-contain px-1.5 pb-1.5">
                {items.map((item) => (
                  <Line key={item.id} item={item} viewer={viewer} onOpen={onOpen} />
                ))}
              </ul>
            )}
            <NavLink
              href={pathTo.notifications}
              onGo={onClose}
              className="flex h-11 shrink-0 items-center justify-center border-t border-line text-sm font-medium text-accent hover:bg-sunken"
            >
              {said.seeAll}
            </NavLink>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Line({
  item,
  viewer,
  onOpen,
}: {
  item: Notification;
  viewer: Viewer;
  onOpen(item: Notification): void;
}) {
  const words = useWords();
  const said = useNotificationWords();
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(item)}
        className="flex w-full items-start gap-3 rounded-xl px-2.5 py-2.5 text-left hover:bg-sunken"
      >
        <NotificationMark
          kind={item.kind}
          className={clsx('mt-0.5 size-[1.125rem] shrink-0', item.readAt ? 'text-muted' : 'text-bell')}
        />
        <span className="min-w-0 flex-1">
          <span
            className={clsx(
              'line-clamp-2 text-sm [overflow-wrap:anywhere]',
              item.readAt ? 'text-muted' : 'font-medium',
              item.taskStatus === 'completed' && 'line-through decoration-1',
            )}
          >
            {item.title}
          </span>
          <span className="mt-0.5 block text-[0.8125rem] text-muted">
            {aboutInWords(item, viewer, words, said)} · {agoInWords(item.sentAt, viewer, words)}
            {item.state === 'late' && ` · ${said.late}`}
          </span>
        </span>
        {!item.readAt && (
          <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{said.isUnread}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function Nothing() {
  const words = useNotificationWords();
  return (
    <div className="flex flex-col items-center px-6 pt-4 pb-9 text-center">
      <BellOff aria-hidden className="size-7 text-muted" />
      <p className="mt-3 text-sm font-medium">{words.noneTitle}</p>
      <p className="mt-1 text-sm text-muted">{words.none}</p>
    </div>
  );
}
