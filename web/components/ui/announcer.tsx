'use client';
import { useSyncExternalStore } from 'react';
import { newListeners } from '@/lib/listeners.ts';

let said = '';
const { subscribe, tell } = newListeners();

/** Says something to those who hear the page only: what others see happen. */
export function announce(text: string): void {
  // The same twice in a row would not be said again.
  said = said === text ? `${text}\u00a0` : text;
  tell();
}

/** Once on a page, from the beginning: what appears together with its text is said by no screen reader. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => said,
    () => '',
  );
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
