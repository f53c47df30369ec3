'use client';
import { createContext, use } from 'react';
import type { statistics } from '../../words/english/statistics.ts';
import { useWords } from '../../words/use-words.ts';
import type { Words } from '../../words/words.ts';

/** What the statistics say, in one language; who never looks at them loads none of it. */
export type StatisticsWords = typeof statistics;

export const StatisticsWordsContext = createContext<StatisticsWords | null>(null);

export type Said = {
  said: StatisticsWords;
  words: Words;
  /** A number as the language writes it. */
  number(value: number): string;
  /** One digit behind the point. */
  average(value: number): string;
  percent(share: number): string;
};

/** @throws Error outside of the statistics */
export function useStatisticsWords(): Said {
  const words = useWords();
  const said = use(StatisticsWordsContext);
  if (!said) throw new Error('The statistics have no language here.');
  const format = (options?: Intl.NumberFormatOptions) => (value: number) =>
    new Intl.NumberFormat(words.locale, options).format(value);
  return {
    said,
    words,
    number: format(),
    average: format({ maximumFractionDigits: 1 }),
    percent: format({ style: 'percent', maximumFractionDigits: 0 }),
  };
}
