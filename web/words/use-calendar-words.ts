'use client';
import { calendar as english } from './english/calendar.ts';
import { calendar as german } from './german/calendar.ts';
import { inLanguage } from './in-language.ts';

export const useCalendarWords = inLanguage({ en: english, de: german });
