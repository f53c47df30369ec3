'use client';
import type { ReactNode } from 'react';
import { settingsEnglish } from './english/settings-english.ts';
import { SettingsWordsContext } from './settings-words.ts';

export default function SpeakEnglish({ children }: { children: ReactNode }) {
  return <SettingsWordsContext value={settingsEnglish}>{children}</SettingsWordsContext>;
}
