'use client';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { inWords } from '@/lib/api.ts';
import { useWords } from '@/words/use-words.ts';
import { TaskListSkeleton } from './task-list-skeleton.tsx';

type Read = { known: boolean; error: Error | null; retry(): void };

/** What a view shows of its lists: why they could not be read, their shape while they come, then themselves. */
export function Listing({ lists, children }: { lists: Read[]; children: ReactNode }) {
  const failed = lists.find(({ error }) => error);
  const retry = () => {
    for (const list of lists) list.retry();
  };
  return (
    <>
      {failed?.error && <Trouble error={failed.error} onRetry={retry} />}
      {lists.every(({ known }) => known) ? children : <TaskListSkeleton />}
    </>
  );
}

/** Why something could not be read, and how to try again. */
export function Trouble({ error, onRetry }: { error: Error; onRetry(): void }) {
  const words = useWords();
  return (
    <div
      role="alert"
      className="mb-4 flex items-center gap-3 rounded-xl bg-danger-soft py-2 pr-2 pl-4 text-sm text-danger"
    >
      <p className="flex-1">
        {words.tasks.unreadable} {inWords(error, words)}
      </p>
      <Button size="small" variant="danger" onClick={onRetry}>
        {words.frame.tryAgain}
      </Button>
    </div>
  );
}
