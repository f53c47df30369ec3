'use client';
import { observe as english } from '../../words/english/observe.ts';
import { observe as german } from '../../words/german/observe.ts';
import { inLanguage } from '../../words/in-language.ts';

/** What the page of traces and metrics says: only operators see it. */
export const useObserveWords = inLanguage({ en: english, de: german });
