'use client';
import { useState } from 'react';

/** Takes text to the clipboard; `copied` is undefined before, false where there is none, as over plain http. */
export function useCopy(): { copied: boolean | undefined; copy(text: string): Promise<void> } {
  const [copied, setCopied] = useState<boolean>();
  const copy = async (text: string) =>
    setCopied(
      await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
        () => true,
        () => false,
      ),
    );
  return { copied, copy };
}
