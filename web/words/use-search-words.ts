'use client';
import { search as english } from './english/search.ts';
import { search as german } from './german/search.ts';
import { inLanguage } from './in-language.ts';

export const useSearchWords = inLanguage({ en: english, de: german });
