'use client';
import { clsx } from 'clsx';
import { useWords } from '@/words/use-words.ts';
import type { Completion } from './use-completion.ts';

/** Names for what is being written; the field keeps the focus and says which is meant. */
export function SuggestionList({ id, mark, offered, current, choose }: Completion) {
  const { quickAdd: add } = useWords();
  if (offered.length === 0 || !mark) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={add.suggestions[mark]}
      className="absolute top-full right-3 left-3 z-20 mt-1 max-w-xs animate-appear rounded-xl border border-line bg-surface p-1 shadow-raised"
    >
      {offered.map((name, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus (aria-activedescendant)
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        <div
          key={name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(name)}
          className={clsx(
            'flex min-h-9 cursor-pointer items-center truncate rounded-lg px-3 text-sm hover:bg-sunken pointer-coarse:min-h-11',
            index === current && 'bg-sunken',
          )}
        >
          <span className="mr-1 text-muted">{mark}</span>
          {name}
        </div>
      ))}
    </div>
  );
}
