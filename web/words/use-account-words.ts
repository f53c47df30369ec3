'use client';
import { account as english } from './english/account.ts';
import { account as german } from './german/account.ts';
import { inLanguage } from './in-language.ts';

export type AccountWords = typeof english;
export const useAccountWords = inLanguage({ en: english, de: german });
