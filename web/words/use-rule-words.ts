'use client';
import { rule as english } from './english/rule.ts';
import { rule as german } from './german/rule.ts';
import { inLanguage } from './in-language.ts';

export const useRuleWords = inLanguage({ en: english, de: german });
