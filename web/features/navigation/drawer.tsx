'use client';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '@/words/use-words.ts';
import { NavLists } from './nav-lists.tsx';
import type { Place } from './place.ts';

type Props = { open: boolean; place: Place; zone: string; onClose(): void };

/** Every place to go to, over a narrow screen. */
export default function Drawer({ open, place, zone, onClose }: Props) {
  const { frame } = useWords();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0_0_0/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          className="fixed inset-y-0 left-0 z-50 flex w-[min(20rem,85vw)] flex-col border-r border-line bg-surface outline-none transition-[translate,opacity] duration-200 ease-out data-ending-style:-translate-x-6 data-ending-style:opacity-0 data-starting-style:-translate-x-6 data-starting-style:opacity-0"
        >
          <div className="flex h-14 shrink-0 items-center justify-between pr-2 pl-5">
            <Dialog.Title className="font-semibold tracking-tight">{frame.menu}</Dialog.Title>
            <Dialog.Close
              aria-label={frame.close}
              className="grid size-10 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2.5 pb-8">
            <NavLists place={place} zone={zone} onGo={onClose} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
