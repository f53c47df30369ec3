'use client';
import { selection as english } from './english/selection.ts';
import { selection as german } from './german/selection.ts';
import { inLanguage } from './in-language.ts';

export const useSelectionWords = inLanguage({ en: english, de: german });
