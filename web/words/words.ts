import type { english } from './english/english.ts';

/** Everything that the page says, in one language. A missing word is a type error. */
export type Words = typeof english;

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What a language calls itself. */
export const ownName: Record<Language, string> = { en: 'English', de: 'Deutsch' };
