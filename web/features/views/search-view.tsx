'use client';
import { ListFilter, Search, SearchX, X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useFilterWords } from '@/words/use-filter-words.ts';
import { useSearchWords } from '@/words/use-search-words.ts';
import { useWords } from '@/words/use-words.ts';
import { ConditionBar } from '../filters/condition-bar.tsx';
import {
  begun,
  type Conditions,
  conditionsIn,
  isNarrowed,
  questionFor,
  searchFor,
} from '../filters/conditions.ts';
import { FoundTasks } from '../filters/found-tasks.tsx';
import { go } from '../navigation/go.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { openWindow } from '../workspace/windows.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
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

/** Finds tasks as it is typed, the best first, and narrows down what is found. */
export default function SearchView() {
  const { tasks } = useWords();
  const words = useSearchWords();
  const said = useFilterWords();
  const { viewer } = useWorkspace();
  const field = useRef<HTMLInputElement>(null);
  const address = useSearchParams();
  const asked = address.get('q') ?? '';
  const [text, setText] = useState(asked);
  const kept = useRef(asked);
  const conditions = useMemo(() => conditionsIn(new URLSearchParams(address)), [address]);
  const settled = asked.trim();
  const narrowed = isNarrowed(conditions);
  const asks = settled !== '' || narrowed;
  const found = useTaskList(asks ? questionFor(conditions, viewer.zone) : null, { keep: true });
  const narrow = (next: Conditions) => {
    kept.current = text;
    go(searchFor({ ...begun(conditions, next), q: text }, window.location.search));
  };

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // Gone back to, not typed.
    if (asked.trim() === kept.current.trim()) return;
    kept.current = asked;
    setText(asked);
  }, [asked]);
  useEffect(() => {
    if (text.trim() === kept.current.trim()) return;
    const timer = setTimeout(() => {
      kept.current = text;
      keepAsked(text);
    }, typingPause);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <>
      <search className="sticky top-0 z-20 -mx-2 mb-2 block bg-canvas px-3 py-2 sm:-mx-4 sm:px-4">
        <div className="flex items-center rounded-2xl border border-line bg-surface pr-1.5 pl-4 shadow-raised focus-within:border-accent">
          <Search aria-hidden className="size-5 shrink-0 text-accent" />
          <input
            ref={field}
            type="search"
            aria-label={words.field}
            placeholder={words.placeholder}
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
              aria-label={words.clear}
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
        <ConditionBar asked={conditions} onAsked={narrow} />
      </search>
      <div className="mb-4 flex min-h-9 flex-wrap items-center justify-between gap-x-3 px-3">
        <p role="status" className="text-sm text-muted tabular-nums">
          {asks && found.known ? words.results(`${found.tasks.length}${found.hasMore ? '+' : ''}`) : ''}
        </p>
        {asks && (
          <div className="-mr-2 ml-auto flex gap-1">
            {narrowed && (
              <Button
                size="small"
                className="h-9"
                onClick={() => go(searchFor({ q: text }, window.location.search))}
              >
                {said.clear}
              </Button>
            )}
            <Button
              size="small"
              variant="outline"
              className="h-9"
              onClick={() => openWindow({ kind: 'filter', filter: null, asked: conditions })}
            >
              <ListFilter aria-hidden className="size-4" />
              {said.save}
            </Button>
          </div>
        )}
      </div>
      {!asks ? (
        <Empty icon={Search} title={words.title} words={said.hint} />
      ) : (
        <Listing lists={[found]}>
          {found.tasks.length === 0 && (
            <Empty
              icon={SearchX}
              title={narrowed ? said.noneTitle : words.noResultsTitle}
              words={narrowed ? said.none : words.noResults(settled)}
            />
          )}
          <FoundTasks tasks={found.tasks} asked={conditions} />
          <More list={found} label={tasks.showMore} />
        </Listing>
      )}
    </>
  );
}
