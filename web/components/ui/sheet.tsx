'use client';
import { Dialog } from '@base-ui/react/dialog';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useWide } from '@/lib/use-wide.ts';
import { useWords } from '@/words/use-words.ts';
import { unlessElsewhere } from './final-focus.ts';

type Props = {
  open: boolean;
  onClose(): void;
  title: string;
  finalFocus?: () => HTMLElement | null;
  actions?: ReactNode;
  children: ReactNode;
};

/** A panel beside the list on a wide screen, over everything on a phone. */
export function Sheet({ open, onClose, title, finalFocus, actions, children }: Props) {
  const wide = useWide();
  const popup = useRef<HTMLDivElement>(null);
  const { close } = useWords().frame;
  return (
    <Dialog.Root
      open={open}
      modal={!wide}
      disablePointerDismissal={wide}
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
    >
      <Dialog.Portal>
        {!wide && (
          <Dialog.Backdrop className="fixed inset-0 z-30 bg-[oklch(0_0_0/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        )}
        <Dialog.Popup
          ref={popup}
          // Not its first button: Enter, pressed twice, would press that.
          initialFocus={popup}
          {...(finalFocus && { finalFocus: unlessElsewhere(popup, finalFocus) })}
          className={clsx(
            'fixed inset-y-0 right-0 z-40 flex w-full flex-col border-line bg-surface outline-none',
            'transition-[translate,opacity] duration-200 ease-out sm:w-[30rem] sm:border-l sm:shadow-raised',
            'data-ending-style:translate-x-6 data-ending-style:opacity-0',
            'data-starting-style:translate-x-6 data-starting-style:opacity-0',
          )}
        >
          <div className="flex h-14 shrink-0 items-center justify-between border-b border-line pr-2 pl-5">
            <Dialog.Title className="text-sm font-medium text-muted">{title}</Dialog.Title>
            <div className="flex items-center gap-1">
              {actions}
              <Dialog.Close
                aria-label={close}
                className="grid size-10 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
              >
                <X aria-hidden className="size-5" />
              </Dialog.Close>
            </div>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-4 pb-8">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
