'use client';
import { shortcuts as english } from './english/shortcuts.ts';
import { shortcuts as german } from './german/shortcuts.ts';
import { inLanguage } from './in-language.ts';

export type ShortcutWords = typeof english;
export const useShortcutWords = inLanguage({ en: english, de: german });
