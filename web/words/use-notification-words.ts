'use client';
import { notifications as english } from './english/notifications.ts';
import { notifications as german } from './german/notifications.ts';
import { inLanguage } from './in-language.ts';

export type NotificationWords = typeof english;
export const useNotificationWords = inLanguage({ en: english, de: german });
