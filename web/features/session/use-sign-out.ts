'use client';
import { toasts } from '@/components/ui/toasts.ts';
import { inWords } from '@/lib/api.ts';
import { useWords } from '@/words/use-words.ts';
import { type SignOut, signOut } from './sign-out.ts';

/** Signs out, and says so where it could not: who believes to be gone leaves the computer to others. */
export function useSignOut(): (how?: SignOut) => void {
  const words = useWords();
  return (how) =>
    void signOut(how).catch((error: unknown) =>
      toasts.add({
        title: inWords(error, words),
        type: 'error',
        timeout: 12_000,
        priority: 'high',
      }),
    );
}
