'use client';
import { flow as english } from '../../words/english/flow.ts';
import { flow as german } from '../../words/german/flow.ts';
import { inLanguage } from '../../words/in-language.ts';

/** What the flow page says: only operators see it. */
export const useFlowWords = inLanguage({ en: english, de: german });
