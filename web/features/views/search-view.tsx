'use client';
import { Search, SearchX, X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '@/words/use-words.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { TaskRows } from '../tasks/task-section.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { Empty } from './empty.tsx';

const typingPause = 150;

/** What was typed last, kept in the address: a reload and a link show the same. */
function keepAsked(words: string): void {
  const asked = new URLSearchParams(window.location.search);
  if (words) asked.set('q', words);
  else asked.delete('q');
  // No state of Next's with it, or Next would take the change for its own and not look.
  window.history.replaceState(null, '', asked.size > 0 ? `?${asked}` : '/search');
}

/** Finds tasks as it is typed, the best first. */
export default function SearchView() {
  const { tasks: words } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const asked = useSearchParams().get('q') ?? '';
  const [text, setText] = useState(asked);
  const settled = asked.trim();
  const found = useTaskList(settled ? questions.search(settled) : null, { keep: true });

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => keepAsked(text), typingPause);
    return () => clearTimeout(timer);
  }, [text, asked]);

  return (
    <>
      <search className="sticky top-0 z-20 -mx-2 mb-5 block bg-canvas px-3 py-2 sm:-mx-4 sm:px-4">
        <div className="flex items-center rounded-2xl border border-line bg-surface pr-1.5 pl-4 shadow-raised focus-within:border-accent">
          <Search aria-hidden className="size-5 shrink-0 text-accent" />
          <input
            ref={field}
            type="search"
            aria-label={words.search.field}
            placeholder={words.search.placeholder}
            value={text}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            onChange={({ target }) => setText(target.value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter' || key === 'Escape') field.current?.blur();
            }}
            className="h-14 min-w-0 flex-1 bg-transparent px-3 text-base outline-none placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
          />
          {text && (
            <button
              type="button"
              aria-label={words.search.clear}
              onClick={() => {
                setText('');
                field.current?.focus();
              }}
              className="grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-5" />
            </button>
          )}
        </div>
      </search>
      <p role="status" className="sr-only">
        {settled && found.known
          ? words.search.results(`${found.tasks.length}${found.hasMore ? '+' : ''}`)
          : ''}
      </p>
      {settled === '' ? (
        <Empty icon={Search} title={words.empty.searchTitle} words={words.empty.search} />
      ) : (
        <Listing lists={[found]}>
          {found.tasks.length === 0 && (
            <Empty icon={SearchX} title={words.empty.noResultsTitle} words={words.empty.noResults(settled)} />
          )}
          <TaskRows tasks={found.tasks} />
          <More list={found} label={words.showMore} />
        </Listing>
      )}
    </>
  );
}
