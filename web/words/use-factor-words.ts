'use client';
import { factor as english } from './english/factor.ts';
import { factor as german } from './german/factor.ts';
import { inLanguage } from './in-language.ts';

export type FactorWords = typeof english;
export const useFactorWords = inLanguage({ en: english, de: german });
