'use client';
import { type ReactNode, useMemo } from 'react';
import { german } from './german/german.ts';
import { WordsContext } from './use-words.ts';

export default function SpeakGerman({ locale, children }: { locale: string; children: ReactNode }) {
  const words = useMemo(() => ({ ...german, locale }), [locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
