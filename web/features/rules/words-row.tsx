'use client';
import { useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useState } from 'react';
import { inWords } from '@/lib/api.ts';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { useWords } from '@/words/use-words.ts';
import { meaningOf } from '../quick-add/use-parse.ts';
import { control } from '../task/field.tsx';

type Props = {
  zone: string;
  onUnderstood(rrules: readonly string[], mode: 'schedule' | 'completion' | null, time: string | null): void;
};

/** A rule as one would say it; Enter puts it into the form below. */
export function WordsRow({ zone, onUnderstood }: Props) {
  const client = useQueryClient();
  const words = useWords();
  const said = useRuleWords();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const read = async () => {
    if (text.trim() === '') return;
    try {
      // A title in front, so that the words are read as quick add reads them.
      const { parsed } = await client.fetchQuery(meaningOf(`x ${text.trim()}`, zone));
      if (parsed.rrules.length === 0) {
        setProblem(said.notUnderstood);
        return;
      }
      setProblem(null);
      onUnderstood(parsed.rrules, parsed.recurrenceMode, parsed.due?.time ?? null);
    } catch (error) {
      setProblem(inWords(error, words));
    }
  };

  return (
    <div>
      <input
        aria-label={said.inWords}
        placeholder={said.example}
        value={text}
        maxLength={200}
        autoComplete="off"
        aria-describedby="rule-in-words"
        onChange={({ target }) => setText(target.value)}
        onBlur={() => void read()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // The form is saved by its button: here Enter means the words.
          event.preventDefault();
          void read();
        }}
        className={clsx(control, 'w-full placeholder:text-muted')}
      />
      <p id="rule-in-words" role="status" className="mt-1 text-[0.8125rem] text-danger empty:hidden">
        {problem}
      </p>
    </div>
  );
}
