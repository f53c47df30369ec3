'use client';
import { useEffect, useRef, useState } from 'react';
import { whosePage } from '@/lib/whose-page.ts';
import { keepDraft, takeDraft } from '../drafts/draft-store.ts';
import { type Draft, knows, readDraft, same } from './draft.ts';

const typingPause = 1500;

/**
 * A text that is edited here and kept elsewhere. It is saved when the typing pauses, when the field
 * is left and when it goes away; while nobody edits it follows what is kept. Where somebody else has changed
 * the same text since the typing began it is not saved over theirs: `theirs` is that, until one is chosen.
 *
 * @param field which text of what, the same after a reload
 */
export function useDraft(field: string, kept: string, save: (text: string) => void) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const latest = useRef({ draft, kept, save });
  useEffect(() => {
    latest.current = { draft, kept, save };
  });
  const person = whosePage() ?? '';

  const put = (next: Draft | null) => {
    latest.current.draft = next;
    setDraft(next);
    keepDraft(person, field, next ? JSON.stringify(next) : '');
  };

  /** False where it would overwrite what somebody else wrote. */
  const saveNow = (): boolean => {
    const { draft: written, kept: before, save: keep } = latest.current;
    if (!written || written.text === before) return true;
    if (!knows(written, before)) return false;
    keep(written.text);
    return true;
  };
  const commit = () => {
    if (saveNow()) put(null);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is latest is read
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      // It goes on being typed, from here.
      if (saveNow()) put({ text: draft.text, upon: latest.current.kept, saved: draft.text });
    }, typingPause);
    return () => clearTimeout(timer);
  }, [draft?.text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads what is latest, so one is enough
  useEffect(() => {
    const left = readDraft(takeDraft(person, field));
    if (left) put(same(left.text, kept) ? null : left);
    // The page may be gone before the change is kept: the draft stays, and is nothing new when it was.
    const onLeave = () => void saveNow();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      commit();
    };
  }, []);

  return {
    text: draft?.text ?? kept,
    type: (text: string) => put({ ...(latest.current.draft ?? { upon: kept }), text }),
    commit,
    /** Gives up what was typed. */
    drop: () => put(null),
    theirs: draft && !knows(draft, kept) ? kept : null,
    /** What was typed goes over what somebody else wrote. */
    insist: () => {
      if (!draft) return;
      put({ text: draft.text, upon: kept });
      commit();
    },
  };
}
