'use client';
import type { ReactNode } from 'react';
import { settingsGerman } from './german/settings-german.ts';
import { SettingsWordsContext } from './settings-words.ts';

export default function SpeakGerman({ children }: { children: ReactNode }) {
  return <SettingsWordsContext value={settingsGerman}>{children}</SettingsWordsContext>;
}
