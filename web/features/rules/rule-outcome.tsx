'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Due } from '@zerodo/domain/due';
import { inWords } from '@/lib/api.ts';
import { longDate } from '@/lib/local-time.ts';
import { useLanguage } from '@/words/use-language.ts';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { useWords } from '@/words/use-words.ts';
import { previewOf } from './rule-preview.ts';

type Props = {
  rrules: readonly string[];
  mode: 'schedule' | 'completion';
  due: Due;
  today: string;
  /** Only what comes after this instant. */
  after?: string | undefined;
};

/** The rule in plain words and what comes of it. */
export function RuleOutcome({ rrules, mode, due, today, after }: Props) {
  const words = useWords();
  const said = useRuleWords();
  const language = useLanguage();
  const { data, error } = useQuery({
    ...previewOf({ rrules, mode, due, after, language }),
    placeholderData: keepPreviousData,
  });
  const counted = mode === 'completion';
  if (error) {
    return (
      <p role="alert" className="text-[0.8125rem] text-danger">
        {inWords(error, words)}
      </p>
    );
  }
  return (
    <div className="min-h-32 text-[0.8125rem] text-muted">
      <p className="font-medium text-ink">{data?.text}</p>
      {counted && <p>{said.countedFromDone}</p>}
      <h4 className="mt-2 font-medium text-ink">
        {counted ? said.ifNow : after ? said.afterThat : said.dates}
      </h4>
      <ol className="mt-1 space-y-0.5 tabular-nums">
        {data?.dates.length === 0 && <li>{after ? said.lastOne : said.noDates}</li>}
        {data?.dates.map((local) => (
          <li key={local}>
            {due.time
              ? words.dates.at(longDate(local.slice(0, 10), today, words), local.slice(11, 16))
              : longDate(local.slice(0, 10), today, words)}
          </li>
        ))}
      </ol>
    </div>
  );
}
