'use client';
import { type KeyboardEvent, useState } from 'react';
import { longDate } from '@/lib/local-time.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { useParse } from '../quick-add/use-parse.ts';
import { control } from './field.tsx';

type Props = {
  zone: string;
  today: string;
  onPick(chosen: { date: string; time?: string | null }): void;
};

/** A moment in words, with what it means while it is typed. */
export function DayWords({ zone, today, onPick }: Props) {
  const words = useWords();
  const said = useTaskWords();
  const [text, setText] = useState('');
  // A title in front, so that the words are read as quick add reads them.
  const asked = text.trim() === '' ? '' : `x ${text.trim()}`;
  const { meaning } = useParse(asked, zone);
  const due = meaning?.text === asked ? meaning.parsed.due : null;
  const pick = () => {
    if (due) onPick({ date: due.date, ...(due.time && { time: due.time }) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    pick();
  };
  return (
    <>
      <input
        aria-label={said.dayInWords}
        placeholder={said.dayExample}
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        className={`${control} w-full placeholder:text-muted`}
      />
      <div role="status">
        {text.trim() !== '' && (
          <button
            type="button"
            disabled={!due}
            onClick={pick}
            className="mt-1.5 flex min-h-9 w-full items-center rounded-lg px-2.5 text-left text-sm hover:bg-sunken disabled:text-muted"
          >
            {due
              ? due.time
                ? words.dates.at(longDate(due.date, today, words), due.time)
                : longDate(due.date, today, words)
              : said.noDay}
          </button>
        )}
      </div>
    </>
  );
}
