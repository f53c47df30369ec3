'use client';
import { series as english } from './english/series.ts';
import { series as german } from './german/series.ts';
import { inLanguage } from './in-language.ts';

export const useSeriesWords = inLanguage({ en: english, de: german });
