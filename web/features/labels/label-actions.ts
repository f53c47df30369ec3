'use client';
import { useMemo } from 'react';
import { toasts } from '@/components/ui/toasts.ts';
import { useWords } from '@/words/use-words.ts';
import { useSend } from '../tasks/use-send.ts';
import { labelList } from './label-queries.ts';

/** Changes a label everywhere. True when it was done; what failed says why. */
export function useLabelActions() {
  const words = useWords();
  const send = useSend(labelList.queryKey);

  return useMemo(() => {
    const change = async (method: string, path: string, done: string, body?: object): Promise<boolean> => {
      const answer = await send(method, path, body && { body });
      if (answer) toasts.add({ title: done, timeout: 5000 });
      return answer !== undefined;
    };
    return {
      edit: (name: string, changes: { newName?: string; color?: string | null }) =>
        change('PATCH', '/labels', words.tasks.changed, { name, ...changes }),
      remove: (name: string) =>
        change('DELETE', `/labels?${new URLSearchParams({ name })}`, words.tasks.deleted),
    };
  }, [words, send]);
}
