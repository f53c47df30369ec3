'use client';
import { type ReactNode, useMemo } from 'react';
import { english } from './english/english.ts';
import { WordsContext } from './use-words.ts';

export default function SpeakEnglish({ locale, children }: { locale: string; children: ReactNode }) {
  const words = useMemo(() => ({ ...english, locale }), [locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
