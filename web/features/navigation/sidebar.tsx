'use client';
import { clsx } from 'clsx';
import { PanelLeftClose } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';
import { Logo } from '../workspace/logo.tsx';
import { NavLists } from './nav-lists.tsx';
import type { Place } from './place.ts';

type Props = { place: Place; zone: string; shut: boolean; onShut(): void };

/** At the left of a wide screen; a narrow one has a drawer and a bar instead. */
export function Sidebar({ place, zone, shut, onShut }: Props) {
  const { frame } = useWords();
  return (
    <aside
      inert={shut}
      className={clsx(
        'fixed inset-y-0 left-0 z-20 hidden w-64 flex-col border-r border-line bg-canvas',
        'transition-[translate,visibility] duration-200 ease-out lg:flex',
        shut && 'invisible -translate-x-full',
      )}
    >
      <div className="flex h-14 shrink-0 items-center justify-between pr-2 pl-5">
        <p className="flex items-center gap-2 font-semibold tracking-tight">
          <Logo className="size-6 text-accent" />
          Zerodo
        </p>
        <Button size="icon" aria-label={frame.hideSidebar} onClick={onShut}>
          <PanelLeftClose aria-hidden className="size-[1.125rem]" />
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2.5 pt-2 pb-8">
        <NavLists place={place} zone={zone} />
      </div>
    </aside>
  );
}
