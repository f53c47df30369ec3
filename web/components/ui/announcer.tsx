'use client';
import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Says something to those who hear the page only: what others see happen. */
export function announce(text: string): void {
  // The same twice in a row would not be said again.
  said = said === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

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
