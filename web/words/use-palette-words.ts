'use client';
import { palette as english } from './english/palette.ts';
import { palette as german } from './german/palette.ts';
import { inLanguage } from './in-language.ts';

export const usePaletteWords = inLanguage({ en: english, de: german });
