'use client';
import { task as english } from './english/task.ts';
import { task as german } from './german/task.ts';
import { inLanguage } from './in-language.ts';

export type TaskWords = typeof english;
export const useTaskWords = inLanguage({ en: english, de: german });
