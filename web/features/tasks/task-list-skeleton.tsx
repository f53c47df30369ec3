'use client';
import { clsx } from 'clsx';
import { useWords } from '@/words/use-words.ts';

const widths = ['w-56', 'w-72', 'w-40', 'w-64', 'w-48', 'w-60'];

/** The list's shape while its tasks are on the way. */
export function TaskListSkeleton() {
  return (
    <div role="status" aria-label={useWords().frame.loading} className="animate-pulse">
      <div className="mb-3 ml-3 h-4 w-16 rounded bg-sunken" />
      {widths.map((width) => (
        <div key={width} className="flex h-12 items-center gap-4 pl-3.5">
          <span className="size-5 rounded-full border-2 border-line" />
          <span className={clsx('h-4 max-w-[60%] rounded bg-sunken', width)} />
        </div>
      ))}
    </div>
  );
}
