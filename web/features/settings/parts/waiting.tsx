'use client';
import { useWords } from '@/words/use-words.ts';

/** The shape of a section while the functions are asked. */
export function Waiting() {
  const { frame } = useWords();
  return (
    <div role="status" aria-label={frame.loading} className="animate-pulse">
      <div className="mt-3 mb-6 ml-1 h-7 w-40 rounded bg-sunken" />
      {['h-44', 'h-32', 'h-56'].map((height) => (
        <div key={height} className={`mb-5 rounded-2xl border border-line bg-surface ${height}`} />
      ))}
    </div>
  );
}
