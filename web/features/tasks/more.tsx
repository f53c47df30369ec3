'use client';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';
import type { TaskList } from './use-task-list.ts';

type Props = { list: Pick<TaskList, 'hasMore' | 'readsMore' | 'readMore'>; label: string };

/** Reads on by itself when it comes near, and by a press for who does not scroll. */
export function More({ list: { hasMore, readsMore, readMore }, label }: Props) {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(readMore);
  useEffect(() => {
    latest.current = readMore;
  });

  useEffect(() => {
    if (!button.current || !hasMore || readsMore) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        // Several at once where the page was busy: the last one is what is.
        if (seen.at(-1)?.isIntersecting) latest.current();
      },
      { rootMargin: '600px' },
    );
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [hasMore, readsMore]);

  if (!hasMore) return null;
  return (
    <Button ref={button} size="small" disabled={readsMore} onClick={readMore} className="mt-2 ml-1">
      {readsMore ? words.frame.reading : label}
    </Button>
  );
}
