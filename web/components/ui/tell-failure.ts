import { inWords } from '@/lib/api.ts';
import type { Words } from '@/words/words.ts';
import { toasts } from './toasts.ts';

type More = Pick<Parameters<typeof toasts.add>[0], 'actionProps'>;

/** Says that something was not done and why, long enough to be read. The answer is the message's id. */
export const tellFailure = (title: string, error: unknown, words: Words, more: More = {}): string =>
  toasts.add({
    title,
    description: inWords(error, words),
    type: 'error',
    timeout: 12_000,
    priority: 'high',
    ...more,
  });
