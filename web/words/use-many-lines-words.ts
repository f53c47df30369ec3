'use client';
import { manyLines as english } from './english/many-lines.ts';
import { manyLines as german } from './german/many-lines.ts';
import { inLanguage } from './in-language.ts';

export const useManyLinesWords = inLanguage({ en: english, de: german });
