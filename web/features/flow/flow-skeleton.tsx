'use client';
import { useWords } from '@/words/use-words.ts';

/** The page's shape until the first answer has come. */
export function FlowSkeleton() {
  return (
    <div role="status" aria-label={useWords().frame.loading} className="animate-pulse" data-wide>
      <div className="mb-4 grid grid-cols-3 gap-2 sm:grid-cols-6">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <div key={key} className="h-15 rounded-xl bg-sunken" />
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="h-96 rounded-xl bg-sunken" />
        <div className="h-96 rounded-xl bg-sunken" />
      </div>
    </div>
  );
}
