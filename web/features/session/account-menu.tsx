'use client';
import { Menu } from '@base-ui/react/menu';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import Link from 'next/link';
import { type RefObject, useRef } from 'react';
import { unlessElsewhere } from '@/components/ui/final-focus.ts';
import { useAccountWords } from '@/words/use-account-words.ts';
import { useShortcutWords } from '@/words/use-shortcut-words.ts';
import type { Person } from './person.ts';
import { useSignOut } from './use-sign-out.ts';

type Props = {
  open: boolean;
  anchor: RefObject<HTMLElement | null>;
  /** The landmark that the menu belongs to. */
  container: RefObject<HTMLElement | null>;
  person: Person;
  onClose(): void;
  onShortcuts(): void;
};

const item =
  'flex h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm outline-none data-highlighted:bg-sunken';

export default function AccountMenu({ open, anchor, container, person, onClose, onShortcuts }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  const account = useAccountWords();
  const shortcuts = useShortcutWords();
  const signOut = useSignOut();
  return (
    <Menu.Root
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
    >
      <Menu.Portal container={container} className="contents">
        <Menu.Positioner anchor={anchor} align="end" sideOffset={8} collisionPadding={12} className="z-40">
          <Menu.Popup
            aria-label={account.menu}
            ref={popup}
            finalFocus={unlessElsewhere(popup, () => anchor.current)}
            className="w-64 rounded-2xl border border-line bg-surface p-1.5 shadow-raised outline-none transition-[scale,opacity] duration-150 origin-(--transform-origin) data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0"
          >
            <div className="mb-1 border-b border-line px-3 pt-1.5 pb-2.5 text-sm">
              <p className="truncate font-medium">{person.name}</p>
              <p className="truncate text-muted">{person.email}</p>
            </div>
            <Menu.LinkItem className={item} render={<Link href="/settings" prefetch={false} />}>
              <Settings aria-hidden className="size-4 text-muted" />
              {account.settings}
            </Menu.LinkItem>
            <Menu.Item className={item} onClick={onShortcuts}>
              <Keyboard aria-hidden className="size-4 text-muted" />
              {shortcuts.title}
            </Menu.Item>
            <Menu.Item className={item} onClick={() => signOut()}>
              <LogOut aria-hidden className="size-4 text-muted" />
              {account.signOut}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
