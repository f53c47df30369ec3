'use client';
import { use } from 'react';
import type { arrival } from '../../words/english/arrival.ts';
import { useLanguage } from '../../words/use-language.ts';
import type { Language } from '../../words/words.ts';

/** What is said to who has just come; who is at home loads none of it. */
export type ArrivalWords = typeof arrival;

const load: Record<Language, () => Promise<{ arrival: ArrivalWords }>> = {
  en: () => import('../../words/english/arrival.ts'),
  de: () => import('../../words/german/arrival.ts'),
};
const loaded = new Map<Language, Promise<{ arrival: ArrivalWords }>>();

/** Suspends until they are there. */
export function useArrivalWords(): ArrivalWords {
  const language = useLanguage();
  const words = loaded.get(language) ?? load[language]();
  loaded.set(language, words);
  return use(words).arrival;
}
