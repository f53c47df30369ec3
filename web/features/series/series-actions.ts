'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { SeriesView } from '@zerodo/domain/series-schema';
import { useMemo } from 'react';
import { toasts } from '@/components/ui/toasts.ts';
import { call, inWords } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { useSeriesWords } from '@/words/use-series-words.ts';
import { useWords } from '@/words/use-words.ts';
import { refreshTasks } from '../tasks/refresh.ts';
import { seriesList } from './series-queries.ts';

/** Pauses, ends and deletes series. What the answer says is read again: a rule's future is the server's to know. */
export function useSeriesActions() {
  const client = useQueryClient();
  const words = useWords();
  const said = useSeriesWords();

  return useMemo(() => {
    const send = async (method: string, path: string, title: string, undo?: () => void, body?: object) => {
      try {
        await call(method, path, { key: newId(), ...(body && { body }) });
      } catch (error) {
        toasts.add({
          title: words.errors.notChanged,
          description: inWords(error, words),
          type: 'error',
          timeout: 12_000,
          priority: 'high',
        });
        return;
      } finally {
        await client.invalidateQueries({ queryKey: seriesList.queryKey });
        void refreshTasks(client);
      }
      const toast = toasts.add({
        title,
        timeout: 8000,
        ...(undo && {
          actionProps: {
            children: words.frame.undo,
            onClick: () => {
              toasts.close(toast);
              undo();
            },
          },
        }),
      });
    };

    const pause = ({ id }: SeriesView): Promise<void> =>
      send('POST', `/series/${id}/pause`, said.paused, () => void resume(id));
    const resume = (id: string, undo?: () => void): Promise<void> =>
      send('POST', `/series/${id}/resume`, said.resumed, undo);

    return {
      pause,
      resume: ({ id, status }: SeriesView) =>
        resume(
          id,
          () =>
            void send('POST', `/series/${id}/${status === 'ended' ? 'end' : 'pause'}`, said.status[status]),
        ),
      end: ({ id }: SeriesView) => send('POST', `/series/${id}/end`, said.ended, () => void resume(id)),
      skip: (taskId: string) => send('POST', `/tasks/${taskId}/skip`, said.skipped),
      remove: ({ id }: SeriesView, occurrences: 'keep' | 'delete') =>
        send('DELETE', `/series/${id}?${new URLSearchParams({ occurrences })}`, said.removed),
    };
  }, [client, words, said]);
}

export type SeriesActions = ReturnType<typeof useSeriesActions>;
