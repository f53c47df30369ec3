'use client';
import { Key } from '@/components/ui/key.tsx';
import { useWords } from '@/words/use-words.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** For who has no task at all: lines to begin with, a press writes them. */
export function Examples() {
  const { empty } = useWords().tasks;
  const { quickAdd } = useWorkspace();
  return (
    <>
      <p className="mt-1 text-sm text-muted pointer-coarse:hidden">
        {empty.press} <Key>q</Key> {empty.type}
      </p>
      <ul aria-label={empty.examplesLabel} className="mt-5 flex max-w-full flex-col items-center gap-2">
        {empty.examples.map((words) => (
          <li key={words} className="max-w-full">
            <button
              type="button"
              onClick={() => quickAdd.write(words)}
              className="max-w-full rounded-full border border-line bg-surface px-4 py-2 text-sm hover:border-accent hover:text-accent"
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
