'use client';
import { languageOf } from './language.ts';
import { useWords } from './use-words.ts';
import type { Language } from './words.ts';

/** The language that the page speaks. */
export const useLanguage = (): Language => languageOf(useWords().locale) ?? 'en';
