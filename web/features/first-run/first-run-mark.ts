'use client';
import { useSyncExternalStore } from 'react';
import { newListeners } from '../../lib/listeners.ts';

/** `make`: the samples are still to be made; `made`: they are there and spoken of. */
export type Step = 'make' | 'made';

const place = 'zerodo-first-run';
const listeners = newListeners();

// Kept where the sign-up was: another device knows nothing of it, so nothing is made twice.
const read = (): string | null => {
  try {
    return localStorage.getItem(place);
  } catch {
    // Somebody who forbids storage begins with an empty list.
    return null;
  }
};

const become = (mark: string | null) => {
  try {
    if (mark) localStorage.setItem(place, mark);
    else localStorage.removeItem(place);
  } catch {
    return;
  }
  listeners.tell();
};

/** Notes how far somebody's first run has come. */
export const keepFirstRun = (email: string, step: Step): void => become(`${step} ${email.toLowerCase()}`);

/** It is over. */
export const endFirstRun = (): void => become(null);

const subscribe = (changed: () => void) => {
  const end = listeners.subscribe(changed);
  // Another tab went on.
  window.addEventListener('storage', changed);
  return () => {
    end();
    window.removeEventListener('storage', changed);
  };
};

/** How far this person's first run has come in this browser; null when there is none. */
export function useFirstRun(email: string): Step | null {
  const [step, whose] = useSyncExternalStore(subscribe, read, () => null)?.split(' ') ?? [];
  return whose === email.toLowerCase() ? (step as Step) : null;
}
