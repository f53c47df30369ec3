'use client';
import { createContext, use } from 'react';
import type { Viewer } from '@/lib/local-time.ts';
import type { Person } from '../session/person.ts';

export type SettingsPlace = {
  person: Person;
  /** Where and when the settings are looked at. */
  viewer: Viewer;
  /** Whether mails about the account are sent here. */
  mail: boolean;
};

export const SettingsContext = createContext<SettingsPlace | null>(null);

/** @throws Error outside of the settings */
export function useSettingsPlace(): SettingsPlace {
  const place = use(SettingsContext);
  if (!place) throw new Error('It stands in the settings only.');
  return place;
}
