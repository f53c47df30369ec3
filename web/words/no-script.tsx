'use client';
import { useWords } from './use-words.ts';

/** What to do where scripts are blocked: without them nothing here can be pressed. */
export function NoScript() {
  const { waiting } = useWords();
  return (
    <noscript>
      <p className="border-b border-danger bg-danger-soft px-4 py-3 text-center text-sm font-medium text-danger">
        {waiting.noScript}
      </p>
    </noscript>
  );
}
