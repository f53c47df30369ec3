'use client';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button.tsx';
import { newId } from '@/lib/new-id.ts';
import { useProjectWords } from '@/words/use-project-words.ts';

/** A section while it is edited; `was` is what it is called on the tasks that stand under it. */
export type SectionRow = { key: string; name: string; was: string | null };

export const sectionsFrom = (sections: readonly string[]): SectionRow[] =>
  sections.map((name) => ({ key: newId(), name, was: name }));

/** As the API takes them: by name, or renamed. Empty lines are none. */
export const sectionsTo = (rows: readonly SectionRow[]): (string | { name: string; was: string })[] =>
  rows.flatMap(({ name, was }) => {
    const trimmed = name.trim();
    if (!trimmed) return [];
    return [was !== null && was !== trimmed ? { name: trimmed, was } : trimmed];
  });

type Props = { rows: SectionRow[]; onRows(rows: SectionRow[]): void };

const button =
  'grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink disabled:opacity-40';

/** The headings of a project, to name, to order and to take away; tasks under one that goes keep it. */
export function SectionList({ rows, onRows }: Props) {
  const words = useProjectWords();
  const list = useRef<HTMLUListElement>(null);
  const swap = (index: number, by: 1 | -1) => {
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (row) next.splice(index + by, 0, row);
    onRows(next);
  };
  const add = () => {
    flushSync(() => onRows([...rows, { key: newId(), name: '', was: null }]));
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{words.sections}</legend>
      <ul ref={list} className="flex flex-col gap-1.5">
        {rows.map((row, index) => (
          <li key={row.key} className="flex items-center gap-0.5">
            <input
              aria-label={words.section(index + 1)}
              value={row.name}
              maxLength={120}
              onChange={({ target }) =>
                onRows(rows.map((one) => (one === row ? { ...row, name: target.value } : one)))
              }
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                add();
              }}
              className="mr-1 h-9 min-w-0 flex-1 rounded-lg border border-line-strong bg-surface px-2.5 text-sm"
            />
            <button
              type="button"
              aria-label={words.up(row.name)}
              disabled={index === 0}
              onClick={() => swap(index, -1)}
              className={button}
            >
              <ArrowUp aria-hidden className="size-4" />
            </button>
            <button
              type="button"
              aria-label={words.down(row.name)}
              disabled={index === rows.length - 1}
              onClick={() => swap(index, 1)}
              className={button}
            >
              <ArrowDown aria-hidden className="size-4" />
            </button>
            <button
              type="button"
              aria-label={words.removeSection(row.name)}
              onClick={() => onRows(rows.filter((one) => one !== row))}
              className={button}
            >
              <X aria-hidden className="size-4" />
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={add} className="mt-1 -ml-2">
        <Plus aria-hidden className="size-4" />
        {words.addSection}
      </Button>
    </fieldset>
  );
}
