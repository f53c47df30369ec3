'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useWords } from '@/words/use-words.ts';

// Apart from the words of the task list: who looks at tasks loads none of these, and nobody loads two languages.
const speakers = {
  en: dynamic(() => import('./speak-english.tsx')),
  de: dynamic(() => import('./speak-german.tsx')),
};

/** The words of the settings, in the language that the page speaks. */
export function SettingsSpeaking({ children }: { children: ReactNode }) {
  const { locale } = useWords();
  const Speaker = speakers[locale.startsWith('de') ? 'de' : 'en'];
  return <Speaker>{children}</Speaker>;
}
