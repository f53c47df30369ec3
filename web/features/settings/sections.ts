import { Bell, Database, KeyRound, type LucideIcon, UserRound, Webhook } from 'lucide-react';
import type { SettingsWords } from './words/settings-words.ts';

export type SectionName = keyof SettingsWords['frame']['sections'];

export const sections: { name: SectionName; icon: LucideIcon }[] = [
  { name: 'profile', icon: UserRound },
  { name: 'reminders', icon: Bell },
  { name: 'tokens', icon: KeyRound },
  { name: 'webhooks', icon: Webhook },
  { name: 'data', icon: Database },
];

export const pathTo = (name: SectionName): string => `/settings/${name}`;
