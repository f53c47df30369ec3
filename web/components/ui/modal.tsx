'use client';
import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';

type Props = {
  open: boolean;
  onClose(): void;
  title: string;
  description?: string;
  /** There to be read: it opens at its beginning and not at its first control, which may be far below. */
  reading?: true;
  children: ReactNode;
};

/** A small window in the middle that wants an answer or is closed with Escape. */
export function Modal({ open, onClose, title, description, reading, children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop
          // Above a panel, too, which has none of its own beside the list.
          forceRender
          className="fixed inset-0 z-50 bg-[oklch(0_0_0/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Dialog.Popup
          ref={popup}
          {...(reading && { initialFocus: popup })}
          className="fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(26rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto rounded-2xl border border-line bg-surface p-5 shadow-raised outline-none transition-[scale,opacity] duration-150 data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0"
        >
          <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
          {description && (
            <Dialog.Description className="mt-1 text-sm text-muted">{description}</Dialog.Description>
          )}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
