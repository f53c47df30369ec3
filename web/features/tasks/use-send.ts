'use client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { tellFailure } from '@/components/ui/tell-failure.ts';
import { call } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { useWords } from '@/words/use-words.ts';
import { refreshTasks } from './refresh.ts';

type Sent = { body?: object; version?: number };

/**
 * Sends changes of what tasks hang together with, and reads `list` and the tasks again afterwards. The answer is
 * undefined where the change was refused, and the person was told why. `list` has to stay the same object.
 */
export function useSend(list: QueryKey) {
  const client = useQueryClient();
  const words = useWords();
  return useCallback(
    async <T>(method: string, path: string, sent: Sent = {}): Promise<T | undefined> => {
      try {
        return await call<T>(method, path, { key: newId(), ...sent });
      } catch (error) {
        tellFailure(words.errors.notChanged, error, words);
        return undefined;
      } finally {
        await client.invalidateQueries({ queryKey: list });
        void refreshTasks(client);
      }
    },
    [client, words, list],
  );
}
