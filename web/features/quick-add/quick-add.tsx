'use client';
import { useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { CornerDownLeft, Plus } from 'lucide-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { GrowingText } from '@/components/ui/growing-text.tsx';
import { inWords } from '@/lib/api.ts';
import { type Viewer, wallClock } from '@/lib/local-time.ts';
import { newId } from '@/lib/new-id.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import { ChipList } from './chip-list.tsx';
import { type Chip, chipsOf } from './chips.ts';
import { follow, masked, type Range } from './ignored.ts';
import { MarkedText } from './marked-text.tsx';
import { creation, expected } from './new-task.ts';
import { meaningOf, useParse } from './use-parse.ts';

/** What the rest of the page may do with the field. */
export type QuickAddHandle = { focus(): void; write(words: string): void };

type Props = { actions: TaskActions; viewer: Viewer; ref: Ref<QuickAddHandle> };

/** One line of words becomes a task; what was understood is shown while it is typed. */
export function QuickAdd({ actions, viewer, ref }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [ignored, setIgnored] = useState<Range[]>([]);
  const { text: asked } = masked(text, ignored);
  const { meaning, error } = useParse(asked, viewer.zone);

  const chips = meaning ? chipsOf(asked, meaning.parsed, wallClock(viewer.now, viewer.zone).date) : [];
  const empty = text.trim() === '';

  const type = (typed: string) => {
    const line = typed.replaceAll(/\s*\n\s*/g, ' ');
    setIgnored(follow(ignored, text, line));
    setText(line);
  };

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    write: (words) => {
      setIgnored([]);
      setText(words);
      field.current?.focus();
    },
  }));

  const ignore = ({ range }: Chip) => {
    if (range) setIgnored([...ignored, range]);
    field.current?.focus();
  };

  const add = async () => {
    if (empty) return;
    setText('');
    setIgnored([]);
    const current = meaning?.text === asked ? meaning.parsed : undefined;
    // Without an answer for these very words the server reads them; only words to be left out need one.
    const parsed =
      current ??
      (ignored.length > 0 ? (await client.fetchQuery(meaningOf(asked, viewer.zone))).parsed : undefined);
    const id = newId();
    const answer = await actions.create(
      expected(text, ignored, parsed, { id, viewer }),
      creation(text, ignored, parsed, { id, zone: viewer.zone }),
    );
    // Refused: the words come back, unless the next ones are being typed.
    if (!answer) setText((next) => next || text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void add();
    }
    if (event.key === 'Escape') field.current?.blur();
  };

  return (
    <form
      aria-label="Add a task"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      className="rounded-2xl border border-line bg-surface shadow-raised focus-within:border-accent"
    >
      <div className="flex items-start gap-1 p-1.5 pl-4">
        <Plus aria-hidden className="mt-3 size-5 shrink-0 text-accent" />
        <GrowingText
          ref={field}
          value={text}
          maxLength={1000}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          behind={<MarkedText text={text} meaning={meaning} />}
          aria-label="New task"
          aria-describedby="quick-add-understood"
          placeholder="Add a task: call Ana tomorrow 16:00"
          autoComplete="off"
          enterKeyHint="done"
          className="flex-1"
          text="px-2 py-2.5 text-base leading-6"
        />
        <button
          type="submit"
          disabled={empty}
          aria-label="Add task"
          className={clsx(
            'grid size-11 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-opacity hover:bg-accent-strong',
            empty && 'pointer-events-none opacity-0',
          )}
        >
          <CornerDownLeft aria-hidden className="size-5" />
        </button>
      </div>
      {chips.length > 0 && (
        <div className="animate-appear px-4 pb-3">
          <ChipList chips={chips} onIgnore={ignore} />
        </div>
      )}
      {error && (
        <p role="alert" className="px-4 pb-3 text-sm text-danger">
          {inWords(error)}
        </p>
      )}
      <p id="quick-add-understood" role="status" className="sr-only">
        {chips.length > 0 ? `Understood: ${chips.map(({ label }) => label).join(', ')}` : ''}
      </p>
    </form>
  );
}
