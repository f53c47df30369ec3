'use client';
import { useEffect } from 'react';
import { parts } from '@/lib/ahead.ts';

const later = 1500;

/** What the person has told the browser; not every browser says. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * What opens at a press is fetched before it is asked for, once the page has settled: it then opens
 * at once, and also when the network has gone. One after the other, so that a key pressed meanwhile is
 * heard between two of them. Whoever saves data fetches only what they open, and what says that something went
 * wrong or can be taken back.
 */
export function usePreload(): void {
  useEffect(() => {
    let left = false;
    const fetchParts = async () => {
      for (const { load, always } of parts) {
        if (left) return;
        // What did not come now is asked for again when it is opened.
        if (always || !savesData()) await load().catch(() => undefined);
      }
    };
    const timer = setTimeout(fetchParts, later);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
}
