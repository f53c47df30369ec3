'use client';
import { Menu } from '@base-ui/react/menu';
import type { Notification } from '@zerodo/domain/notification';
import type { Snooze } from '@zerodo/domain/notification-commands';
import { clsx } from 'clsx';
import { AlarmClockPlus, Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { menuItem, PopupMenu } from '@/components/ui/popup-menu.tsx';
import { agoInWords, type Viewer } from '@/lib/local-time.ts';
import { useNotificationWords } from '@/words/use-notification-words.ts';
import { useWords } from '@/words/use-words.ts';
import { NotificationMark } from './notification-mark.tsx';
import { aboutInWords } from './notification-words.ts';
import { snoozesAt } from './snooze.ts';

type Props = {
  item: Notification;
  viewer: Viewer;
  onOpen(item: Notification): void;
  onRead(item: Notification): void;
  onSnooze(item: Notification, snooze: Snooze, label: string): void;
};

/** One notification: what it is about, to open, to mark as read, to hear of again. */
export function NotificationLine({ item, viewer, onOpen, onRead, onSnooze }: Props) {
  const words = useWords();
  const said = useNotificationWords();
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const unread = !item.readAt;
  return (
    <li
      ref={line}
      className="flex items-start gap-1 rounded-xl pr-1.5 pl-3 hover:bg-surface focus-within:bg-surface"
    >
      <NotificationMark
        kind={item.kind}
        className={clsx('mt-3.5 mr-1 size-[1.125rem] shrink-0', unread ? 'text-bell' : 'text-muted')}
      />
      <button
        type="button"
        onClick={() => onOpen(item)}
        className="flex min-w-0 flex-1 flex-col rounded-lg py-2.5 pl-1 text-left"
      >
        <span
          className={clsx(
            'text-[0.9375rem] leading-6 [overflow-wrap:anywhere]',
            unread ? 'font-medium' : 'text-muted',
            item.taskStatus === 'completed' && 'line-through decoration-1',
          )}
        >
          {item.title}
          {unread && (
            <span className="ml-2 inline-block size-2 rounded-full bg-accent align-middle">
              <span className="sr-only">{said.isUnread}</span>
            </span>
          )}
        </span>
        <span className="text-[0.8125rem] leading-5 text-muted">
          {aboutInWords(item, viewer, words, said)} · {agoInWords(item.sentAt, viewer, words)}
          {item.state === 'late' && ` · ${said.late}`}
        </span>
      </button>
      {item.taskId && item.taskStatus === 'open' && (
        <PopupMenu
          container={line}
          label={said.snooze(item.title)}
          triggerLabel={said.snooze(item.title)}
          open={open}
          onOpenChange={setOpen}
          trigger={<AlarmClockPlus aria-hidden className="size-[1.125rem]" />}
          triggerClass="mt-1 grid size-10 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink data-popup-open:bg-sunken"
        >
          {snoozesAt(viewer, words, said).map(([label, snooze]) => (
            <Menu.Item key={label} className={menuItem} onClick={() => onSnooze(item, snooze, label)}>
              {label}
            </Menu.Item>
          ))}
        </PopupMenu>
      )}
      {unread && (
        <Button
          size="icon"
          aria-label={said.markRead(item.title)}
          onClick={() => onRead(item)}
          className="mt-1"
        >
          <Check aria-hidden className="size-[1.125rem]" />
        </Button>
      )}
    </li>
  );
}
