'use client';
import type { SeriesView } from '@zerodo/domain/series-schema';
import { useMemo } from 'react';
import { toasts } from '@/components/ui/toasts.ts';
import { useSeriesWords } from '@/words/use-series-words.ts';
import { useWords } from '@/words/use-words.ts';
import { useSend } from '../tasks/use-send.ts';
import { allSeries } from './series-queries.ts';

/** Pauses, ends and deletes series. What the answer says is read again: a rule's future is the server's to know. */
export function useSeriesActions() {
  const words = useWords();
  const said = useSeriesWords();
  const send = useSend(allSeries);

  return useMemo(() => {
    const change = async (method: string, path: string, title: string, undo?: () => void) => {
      if (!(await send(method, path))) return;
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
      change('POST', `/series/${id}/pause`, said.paused, () => void resume(id));
    const resume = (id: string, undo?: () => void): Promise<void> =>
      change('POST', `/series/${id}/resume`, said.resumed, undo);

    return {
      pause,
      resume: ({ id, status }: SeriesView) =>
        resume(
          id,
          () =>
            void change('POST', `/series/${id}/${status === 'ended' ? 'end' : 'pause'}`, said.status[status]),
        ),
      end: ({ id }: SeriesView) => change('POST', `/series/${id}/end`, said.ended, () => void resume(id)),
      skip: (taskId: string) => change('POST', `/tasks/${taskId}/skip`, said.skipped),
      remove: ({ id }: SeriesView, occurrences: 'keep' | 'delete') =>
        change('DELETE', `/series/${id}?${new URLSearchParams({ occurrences })}`, said.removed),
    };
  }, [words, said, send]);
}

export type SeriesActions = ReturnType<typeof useSeriesActions>;
