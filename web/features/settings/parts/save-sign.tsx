'use client';
import { Check, LoaderCircle } from 'lucide-react';
import { useSettingsWords } from '../words/settings-words.ts';

type Change = { isPending: boolean; isSuccess: boolean };

/** How saving goes; a problem has a place of its own. */
export function SaveSign({ isPending, isSuccess }: Change) {
  const { frame } = useSettingsWords();
  return (
    <span role="status" className="flex items-center gap-1.5 text-xs text-muted">
      {isPending ? (
        <>
          <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
          {frame.saving}
        </>
      ) : (
        isSuccess && (
          <>
            <Check aria-hidden className="size-3.5 text-accent" />
            {frame.saved}
          </>
        )
      )}
    </span>
  );
}
