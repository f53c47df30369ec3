'use client';
import { labels as english } from './english/labels.ts';
import { labels as german } from './german/labels.ts';
import { inLanguage } from './in-language.ts';

export const useLabelWords = inLanguage({ en: english, de: german });
