'use client';
import { filters as english } from './english/filters.ts';
import { filters as german } from './german/filters.ts';
import { inLanguage } from './in-language.ts';

export type FilterWords = typeof english;
export const useFilterWords = inLanguage({ en: english, de: german });
