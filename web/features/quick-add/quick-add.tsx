'use client';
import { clsx } from 'clsx';
import { CornerDownLeft, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { Loads } from '@/components/new-version.tsx';
import { GrowingText } from '@/components/ui/growing-text.tsx';
import { ahead } from '@/lib/ahead.ts';
import { inWords } from '@/lib/api.ts';
import { type Viewer, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { useKeptText } from '../drafts/use-kept-text.ts';
import { takeTyped } from '../shortcuts/type-ahead.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import { type Chip, chipsOf } from './chips.ts';
import { type Defaults, openDefaults } from './defaults.ts';
import { follow, masked, type Range } from './ignored.ts';
import { linesOf } from './lines.ts';
import { MarkedText } from './marked-text.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useCompletion } from './use-completion.ts';
import { useCreation } from './use-creation.ts';
import { useDefaultChips } from './use-default-chips.ts';
import { useParse } from './use-parse.ts';

const ChipList = dynamic(
  ahead(() => import('./chip-list.tsx')),
  { ssr: false },
);
const ManyLines = dynamic(
  ahead(() => import('./many-lines.tsx')),
  { ssr: false },
);

/** What the rest of the page may do with the field; `defaults` replace the place's own for one task. */
export type QuickAddHandle = { focus(defaults?: Defaults): void; write(words: string): void };

type Props = {
  actions: TaskActions;
  viewer: Viewer;
  /** What the place adds where the words do not say it. */
  defaults: Defaults;
  onShow(id: string): void;
  ref: Ref<QuickAddHandle>;
};

/** One line of words becomes a task; what was understood is shown while it is typed. */
export function QuickAdd({ actions, viewer, defaults, onShow, ref }: Props) {
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useKeptText('quick-add');
  const [ignored, setIgnored] = useState<Range[]>([]);
  const [once, setOnce] = useState<Defaults | null>(null);
  const [pasted, setPasted] = useState<string[] | null>(null);
  const { text: asked } = masked(text, ignored);
  const { meaning, error } = useParse(asked, viewer.zone);
  const create = useCreation({ actions, viewer, onShow });

  const empty = text.trim() === '';
  const today = wallClock(viewer.now, viewer.zone).date;
  const given = useDefaultChips(openDefaults(once ?? defaults, meaning?.parsed), today);
  const understood = meaning ? chipsOf(asked, meaning.parsed, today, words) : [];
  const chips = empty && !once ? [] : [...understood, ...given];

  const type = (typed: string) => {
    const line = typed.replaceAll(/(?<!\s)\s*\n\s*/g, ' ');
    setIgnored(follow(ignored, text, line));
    setText(line);
  };

  const completion = useCompletion({
    field,
    text,
    project: meaning?.parsed.project,
    projectId: (once ?? defaults).projectId,
    onText: type,
  });
  const { offered, current, onKey, look } = completion;

  const onPaste = (event: ClipboardEvent) => {
    const lines = linesOf(event.clipboardData.getData('text/plain'));
    // With words before it, or one line alone, it is part of a line.
    if (lines.length < 2 || !empty) return;
    event.preventDefault();
    setPasted(lines);
  };

  useImperativeHandle(ref, () => ({
    focus: (asOf) => {
      setOnce(asOf ?? null);
      field.current?.focus();
    },
    write: (line) => {
      setIgnored([]);
      setText(line);
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
    const line = { text, ignored, defaults: once ?? defaults };
    const current = meaning?.text === asked ? meaning.parsed : undefined;
    // Refused: the words come back, unless the next ones are being typed.
    const giveBack = () => {
      const room = field.current?.value === '';
      if (room) setText(text);
      return room;
    };
    await create(line, current, { giveBack });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || onKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void add();
    }
    if (event.key === 'Escape') field.current?.blur();
  };

  return (
    <form
      aria-label={words.quickAdd.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && empty) setOnce(null);
      }}
      className="relative rounded-2xl border border-line bg-surface shadow-raised focus-within:border-accent"
    >
      <div className="flex items-start gap-1 p-1.5 pl-4">
        <Plus aria-hidden className="mt-3 size-5 shrink-0 text-accent" />
        <GrowingText
          ref={field}
          value={text}
          maxLength={1000}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onSelect={look}
          onFocus={() => {
            const ahead = takeTyped();
            if (ahead) type(text + ahead);
          }}
          onPaste={onPaste}
          behind={<MarkedText text={text} meaning={meaning} />}
          aria-label={words.quickAdd.field}
          aria-describedby="quick-add-understood"
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? completion.id : undefined}
          aria-activedescendant={current >= 0 ? `${completion.id}-${current}` : undefined}
          placeholder={words.quickAdd.placeholder}
          autoComplete="off"
          enterKeyHint="done"
          className="flex-1"
          text="px-2 py-2.5 text-base leading-6"
        />
        <button
          type="submit"
          disabled={empty}
          aria-label={words.quickAdd.submit}
          className={clsx(
            'grid size-11 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-opacity hover:bg-accent-strong',
            empty && 'pointer-events-none opacity-0',
          )}
        >
          <CornerDownLeft aria-hidden className="size-5" />
        </button>
      </div>
      <SuggestionList {...completion} />
      {pasted && (
        <ManyLines
          lines={pasted}
          make={(line) =>
            create({ text: line, ignored: [], defaults: once ?? defaults }, undefined, { quiet: true })
          }
          onOneLine={() => {
            type(pasted.join(' '));
            setPasted(null);
            field.current?.focus();
          }}
          onClose={() => {
            setPasted(null);
            field.current?.focus();
          }}
        />
      )}
      {chips.length > 0 && (
        <div className="animate-appear px-4 pb-3">
          <Loads quiet>
            <ChipList chips={chips} onIgnore={ignore} />
          </Loads>
        </div>
      )}
      {error && (
        <p role="alert" className="px-4 pb-3 text-sm text-danger">
          {inWords(error, words)}
        </p>
      )}
      <p id="quick-add-understood" role="status" className="sr-only">
        {chips.length > 0 ? words.quickAdd.understoodAll(chips.map(({ label }) => label).join(', ')) : ''}
      </p>
    </form>
  );
}
