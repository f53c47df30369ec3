'use client';
import { Bell as BellIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';

type Props = ComponentProps<'button'> & { unread: number; open: boolean };

/** Opens the inbox and counts what is unread. */
export function Bell({ unread, open, ...props }: Props) {
  const words = useWords().frame.bell;
  return (
    <Button
      size="icon"
      aria-label={unread > 0 ? words.unread(unread) : words.title}
      aria-haspopup="dialog"
      aria-expanded={open}
      className="relative"
      {...props}
    >
      <BellIcon aria-hidden className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 grid h-[1.125rem] min-w-[1.125rem] animate-check place-items-center rounded-full bg-danger px-1 text-[0.6875rem] leading-none font-bold text-surface tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Button>
  );
}
