'use client';
import { useEffect, useRef, useState } from 'react';

const typingPause = 1500;

/**
 * A text that is edited here and kept elsewhere. It is saved when the typing pauses, when the field
 * is left and when it goes away; while nobody edits it follows what is kept.
 */
export function useDraft(kept: string, save: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, kept, save });
  useEffect(() => {
    latest.current = { draft, kept, save };
  });

  const commit = () => {
    const { draft: written, kept: before, save: keep } = latest.current;
    latest.current.draft = null;
    setDraft(null);
    if (written !== null && written !== before) keep(written);
  };

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      const { kept: before, save: keep } = latest.current;
      if (draft !== before) keep(draft);
    }, typingPause);
    return () => clearTimeout(timer);
  }, [draft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads what is latest, so one is enough
  useEffect(() => {
    window.addEventListener('pagehide', commit);
    return () => {
      window.removeEventListener('pagehide', commit);
      commit();
    };
  }, []);

  return {
    text: draft ?? kept,
    type: setDraft,
    commit,
    /** Gives up what was typed. */
    drop: () => {
      latest.current.draft = null;
      setDraft(null);
    },
  };
}
