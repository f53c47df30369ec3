'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { Speech } from './language.ts';
import type { Language } from './words.ts';

// Each language is a script of its own: nobody loads two.
const speakers = {
  en: dynamic(() => import('./speak-english.tsx')),
  de: dynamic(() => import('./speak-german.tsx')),
} satisfies Record<Language, unknown>;

/** Everything inside speaks one language. */
export function Speaking({ language, locale, children }: Speech & { children: ReactNode }) {
  const Speaker = speakers[language];
  return <Speaker locale={locale}>{children}</Speaker>;
}
