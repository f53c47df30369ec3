'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWords } from '@/words/use-words.ts';
import { claimThisTab } from './this-tab.ts';

/** Goes on with what waits from before, and tells what became of it. */
export function useWaiting(person: string): void {
  const client = useQueryClient();
  const words = useWords();
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  });

  useEffect(() => {
    claimThisTab();
    let gone = false;
    let end: (() => void) | undefined;
    // A script of its own: the first paint does without. Where it cannot be loaded, what is kept stays kept.
    import('./start-waiting.ts').then(
      ({ startWaiting }) => {
        if (!gone) end = startWaiting(client, person, () => latest.current);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      end?.();
    };
  }, [client, person]);
}
