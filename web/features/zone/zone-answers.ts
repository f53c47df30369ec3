'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { newListeners } from '../../lib/listeners.ts';

export type Until = 'next-visit' | 'ever';

// A tab that is opened anew is a new visit; another device asks for itself.
const places = { 'next-visit': 'sessionStorage', ever: 'localStorage' } as const;
const name = (personId: string) => `zerodo-zones-declined-${personId}`;
const { subscribe, tell } = newListeners();

const read = (until: Until, personId: string): string => {
  try {
    return window[places[until]].getItem(name(personId)) ?? '';
  } catch {
    // Storage is forbidden: then it is asked again.
    return '';
  }
};

/** Remembers that a person wants not to be asked about a zone. */
export function declineZone(personId: string, zone: string, until: Until): void {
  const known = new Set(read(until, personId).split(' ').filter(Boolean));
  try {
    window[places[until]].setItem(name(personId), [...known.add(zone)].join(' '));
  } catch {
    return;
  }
  tell();
}

/** The zones that this person does not want to be asked about here. */
export function useZoneAnswers(personId: string): ReadonlySet<string> {
  const declined = useSyncExternalStore(
    subscribe,
    () => `${read('next-visit', personId)} ${read('ever', personId)}`,
    () => '',
  );
  return useMemo(() => new Set(declined.split(' ').filter(Boolean)), [declined]);
}
