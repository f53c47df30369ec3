'use client';
import { useEffect } from 'react';

const later = 1500;

/** What the person has told the browser; not every browser says. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * What opens at a press is fetched before it is asked for, once the page has settled: it then opens
 * at once, and also when the network has gone. One after the other, so that a key pressed meanwhile is
 * heard between two of them. Whoever saves data fetches only what they open.
 */
export function usePreload(): void {
  useEffect(() => {
    if (savesData()) return;
    let left = false;
    const load = async () => {
      const { laterParts } = await import('./later-parts.ts').catch(() => ({ laterParts: [] }));
      for (const part of laterParts) {
        if (left) return;
        // What did not come now is asked for again when it is opened.
        await part().catch(() => undefined);
      }
    };
    const timer = setTimeout(load, later);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
}
