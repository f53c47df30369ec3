'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';
import { useProblem } from '../use-problem.ts';
import { Says } from './says.tsx';

type Props<T> = { query: UseQueryResult<T>; children(data: T): ReactNode };

/** What a question answers once it has; until then its shape, or why not and another try. */
export function Loaded<T>({ query, children }: Props<T>) {
  const { frame } = useWords();
  const problem = useProblem();
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <div className="flex flex-col items-start gap-3">
        <Says kind="problem">{problem(query.error)}</Says>
        <Button variant="outline" size="small" onClick={() => void query.refetch()}>
          {frame.tryAgain}
        </Button>
      </div>
    );
  }
  return (
    <div role="status" aria-label={frame.loading} className="flex animate-pulse flex-col gap-3 py-1">
      <div className="h-4 w-3/5 rounded bg-sunken" />
      <div className="h-4 w-2/5 rounded bg-sunken" />
      <div className="h-4 w-1/2 rounded bg-sunken" />
    </div>
  );
}
