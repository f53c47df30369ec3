'use client';
import { inWords, Refused } from '@/lib/api.ts';
import { useWords } from '@/words/use-words.ts';
import { useSettingsWords } from './words/settings-words.ts';

/** Says in one sentence what went wrong and what to do. */
export function useProblem(): (error: unknown) => string {
  const words = useWords();
  const { byCode } = useSettingsWords().frame;
  return (error) => (error instanceof Refused ? byCode[error.code] : undefined) ?? inWords(error, words);
}
