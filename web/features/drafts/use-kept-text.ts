'use client';
import { useCallback, useEffect, useState } from 'react';
import { whosePage } from '../../lib/whose-page.ts';
import { keepDraft, takeDraft } from './draft-store.ts';

/**
 * A text that somebody types, like `useState`, which is there again after a reload, a crash or the end of the
 * session. `field` says which one, the same wherever it means the same.
 */
export function useKeptText(
  field: string,
  initial = '',
): [text: string, type: (text: string) => void, forget: () => void] {
  const [text, setText] = useState(initial);
  const person = whosePage() ?? '';

  // Not before the first paint: the server knew nothing of it.
  useEffect(() => {
    const kept = takeDraft(person, field);
    if (kept !== null) setText(kept);
  }, [person, field]);
  const type = useCallback(
    (typed: string) => {
      setText(typed);
      // What was there from the beginning is no draft.
      keepDraft(person, field, typed === initial ? '' : typed);
    },
    [person, field, initial],
  );
  // What was saved or given up is no draft any more; the text itself stays.
  const forget = useCallback(() => keepDraft(person, field, ''), [person, field]);
  return [text, type, forget];
}
