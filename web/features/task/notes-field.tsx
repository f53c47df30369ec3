'use client';
import type { Task } from '@zerodo/domain/task';
import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { GrowingText } from '@/components/ui/growing-text.tsx';
import { ahead } from '@/lib/ahead.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { useDraft } from './use-draft.ts';

// In a boundary of its own: the panel around it must not wait.
const NotesMarkdown = dynamic(
  ahead(() => import('./markdown.tsx')),
  { ssr: false },
);

type Props = { task: Task; onEdit(edit: TaskEdit): void };

/** Notes in Markdown: shown as they are meant, written as they are typed. A click on them writes. */
export function NotesField({ task, onEdit }: Props) {
  const words = useTaskWords();
  const draft = useDraft(`notes ${task.id}`, task.notes, (notes) => onEdit({ notes }));
  const { text, type, commit } = draft;
  const [writing, setWriting] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const leaving = useRef(false);
  // The notes are drawn as soon as the change is shown, which may be after the key that ended the writing.
  useEffect(() => {
    if (!leaving.current || !button.current) return;
    leaving.current = false;
    button.current.focus();
  });

  const write = () => {
    flushSync(() => setWriting(true));
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  };
  const onClick = ({ target }: MouseEvent) => {
    const marks = !window.getSelection()?.isCollapsed;
    if (!marks && target instanceof Element && !target.closest('a, button')) write();
  };

  if (!writing && text.trim() !== '' && draft.theirs === null) {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it does the same
      // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same
      <div
        onClick={onClick}
        className="group/notes relative mb-4 min-h-10 cursor-text rounded-lg px-2.5 py-2 pr-11 text-sm leading-6 [overflow-wrap:anywhere] hover:bg-sunken"
      >
        <NotesMarkdown text={text} />
        <button
          ref={button}
          type="button"
          aria-label={words.editNotes}
          onClick={write}
          className="absolute top-1 right-1 grid size-9 place-items-center rounded-lg text-muted opacity-0 group-hover/notes:opacity-100 hover:text-ink focus-visible:opacity-100 pointer-coarse:opacity-100"
        >
          <Pencil aria-hidden className="size-4" />
        </button>
      </div>
    );
  }
  return (
    <>
      <GrowingText
        ref={field}
        aria-label={words.notes}
        placeholder={words.addNotes}
        value={text}
        maxLength={16_384}
        onFocus={() => setWriting(true)}
        onChange={({ target }) => type(target.value)}
        onBlur={() => {
          commit();
          setWriting(false);
        }}
        onKeyDown={(event) => {
          const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
          if (!done || event.nativeEvent.isComposing || text.trim() === '') return;
          // The panel stays: only the writing ends.
          event.stopPropagation();
          event.preventDefault();
          leaving.current = true;
          commit();
          setWriting(false);
        }}
        className="mb-4 min-h-16 rounded-lg hover:bg-sunken focus-within:bg-sunken"
        text="px-2.5 py-2 text-sm leading-6"
      />
      <ChangedMeanwhile {...draft} />
    </>
  );
}
