'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { toasts } from '@/components/ui/toasts.ts';
import { call, inWords } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { useWords } from '@/words/use-words.ts';
import { refreshTasks } from '../tasks/refresh.ts';
import { labelList } from './label-queries.ts';

/** Changes a label everywhere. True when it was done; what failed says why. */
export function useLabelActions() {
  const client = useQueryClient();
  const words = useWords();

  return useMemo(() => {
    const send = async (method: string, path: string, done: string, body?: object): Promise<boolean> => {
      try {
        await call(method, path, { key: newId(), ...(body && { body }) });
        toasts.add({ title: done, timeout: 5000 });
        return true;
      } catch (error) {
        toasts.add({
          title: words.errors.notChanged,
          description: inWords(error, words),
          type: 'error',
          timeout: 12_000,
          priority: 'high',
        });
        return false;
      } finally {
        await client.invalidateQueries({ queryKey: labelList.queryKey });
        void refreshTasks(client);
      }
    };
    return {
      edit: (name: string, changes: { newName?: string; color?: string | null }) =>
        send('PATCH', '/labels', words.tasks.changed, { name, ...changes }),
      remove: (name: string) =>
        send('DELETE', `/labels?${new URLSearchParams({ name })}`, words.tasks.deleted),
    };
  }, [client, words]);
}
