'use client';
import { views as english } from './english/views.ts';
import { views as german } from './german/views.ts';
import { inLanguage } from './in-language.ts';

export const useViewWords = inLanguage({ en: english, de: german });
