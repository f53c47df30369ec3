'use client';
import { board as english } from './english/board.ts';
import { board as german } from './german/board.ts';
import { inLanguage } from './in-language.ts';

export const useBoardWords = inLanguage({ en: english, de: german });
