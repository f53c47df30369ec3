'use client';
import { waitingWindows as english } from './english/waiting-windows.ts';
import { waitingWindows as german } from './german/waiting-windows.ts';
import { useWords } from './use-words.ts';

/** The words of windows that come as a script of their own: few enough to bring both languages. */
export const useWaitingWords = (): typeof english => (useWords().locale.startsWith('de') ? german : english);
