'use client';
import { useLanguage } from './use-language.ts';
import type { Language } from './words.ts';

/**
 * A hook for words that come with the script that says them, and not with everything else that is said. They are few:
 * the script brings all languages, and is a script less to wait for.
 */
export const inLanguage = <Said>(said: Record<Language, Said>) =>
  function useSaid(): Said {
    return said[useLanguage()];
  };
