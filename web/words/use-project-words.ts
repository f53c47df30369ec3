'use client';
import { projects as english } from './english/projects.ts';
import { projects as german } from './german/projects.ts';
import { inLanguage } from './in-language.ts';

export const useProjectWords = inLanguage({ en: english, de: german });
