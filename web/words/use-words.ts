'use client';
import { createContext, use } from 'react';
import type { Words } from './words.ts';

export const WordsContext = createContext<Words | null>(null);

/** @throws Error outside of `Speaking` */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('There is no language here: put it inside Speaking.');
  return words;
}
