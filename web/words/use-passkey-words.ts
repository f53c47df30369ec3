'use client';
import { passkey as english } from './english/passkey.ts';
import { passkey as german } from './german/passkey.ts';
import { inLanguage } from './in-language.ts';

export type PasskeyWords = typeof english;
export const usePasskeyWords = inLanguage({ en: english, de: german });
