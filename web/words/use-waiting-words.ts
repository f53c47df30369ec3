'use client';
import { waitingWindows as english } from './english/waiting-windows.ts';
import { waitingWindows as german } from './german/waiting-windows.ts';
import { inLanguage } from './in-language.ts';

/** Windows about what waits. */
export const useWaitingWords = inLanguage({ en: english, de: german });
