'use client';
import { createContext, use } from 'react';
import type { settingsEnglish } from './english/settings-english.ts';

/** Everything that the settings say, in one language. A missing word is a type error. */
export type SettingsWords = typeof settingsEnglish;

export const SettingsWordsContext = createContext<SettingsWords | null>(null);

/** @throws Error outside of `SettingsSpeaking` */
export function useSettingsWords(): SettingsWords {
  const words = use(SettingsWordsContext);
  if (!words) throw new Error('The settings have no language here: put it inside SettingsSpeaking.');
  return words;
}
