'use client';
import { useProblem } from '../use-problem.ts';
import { Says } from './says.tsx';

/** Why a change did not work, where it did not. */
export function ChangeProblem({ error }: { error: Error | null }) {
  const problem = useProblem();
  if (!error) return null;
  return (
    <div className="mt-3">
      <Says kind="problem">{problem(error)}</Says>
    </div>
  );
}
