'use client';
import { Menu } from '@base-ui/react/menu';
import { clsx } from 'clsx';
import { type ReactNode, type RefObject, useRef } from 'react';
import { unlessElsewhere } from './final-focus.ts';

export const menuItem =
  'flex min-h-9 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm outline-none data-highlighted:bg-sunken data-disabled:cursor-default data-disabled:text-muted pointer-coarse:min-h-11';

type Props = {
  label: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** What opens it, with its look. */
  trigger: ReactNode;
  triggerClass: string;
  triggerLabel?: string;
  /** The landmark, or what is in it, that the choices belong to. */
  container: RefObject<HTMLElement | null>;
  finalFocus?: () => HTMLElement | null;
  children: ReactNode;
};

/** A button with a list of choices. */
export function PopupMenu(props: Props) {
  const { label, open, onOpenChange, trigger, triggerClass, triggerLabel, finalFocus, container, children } =
    props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange}>
      <Menu.Trigger className={triggerClass} {...(triggerLabel && { 'aria-label': triggerLabel })}>
        {trigger}
      </Menu.Trigger>
      {/* No box of its own: in a row it would push the button from under the pointer that still presses it. */}
      <Menu.Portal container={container} className="contents">
        <Menu.Positioner sideOffset={8} collisionPadding={12} className="z-50">
          <Menu.Popup
            aria-label={label}
            ref={popup}
            {...(finalFocus && { finalFocus: unlessElsewhere(popup, finalFocus) })}
            className={clsx(
              'max-h-[min(24rem,60dvh)] min-w-48 max-w-72 overflow-y-auto rounded-2xl border border-line bg-surface p-1.5 shadow-raised outline-none',
              'origin-(--transform-origin) transition-[scale,opacity] duration-150',
              'data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0',
            )}
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
