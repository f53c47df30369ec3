'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { inWords } from '@/lib/api.ts';
import { useWords } from '@/words/use-words.ts';
import { deadLetters, resend, resendAll } from './flow-queries.ts';
import { useFlowWords } from './flow-words.ts';
import { shortType } from './journeys.ts';

/** What has been given up, and why; each can be sent again. `waiting` is how many the last answer knew of. */
export function DeadLetterList({ waiting }: { waiting: number }) {
  const said = useWords();
  const words = useFlowWords().deadLetters;
  const client = useQueryClient();
  const { data, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(deadLetters);
  const readAgain = () => client.invalidateQueries({ queryKey: deadLetters.queryKey });
  const onError = (error: Error) => toasts.add({ title: inWords(error, said), type: 'error' });
  const one = useMutation({
    mutationFn: resend,
    onError,
    onSettled: readAgain,
    onSuccess: ({ taken, reason }) =>
      toasts.add(taken ? { title: words.taken } : { title: words.refused(reason), type: 'error' }),
  });
  const all = useMutation({
    mutationFn: resendAll,
    onError,
    onSettled: readAgain,
    onSuccess: ({ sent }) => {
      const taken = sent.filter((letter) => letter.taken).length;
      if (taken > 0) toasts.add({ title: words.allTaken(taken) });
      if (taken < sent.length) {
        toasts.add({ title: words.someRefused(sent.length - taken), type: 'error' });
      }
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number means that the list is another
  useEffect(() => {
    void refetch();
  }, [waiting, refetch]);

  const letters = data?.pages.flatMap(({ items }) => items) ?? [];
  const busy = one.isPending || all.isPending;
  return (
    <section aria-label={words.title}>
      <header className="flex min-h-9 items-center justify-between gap-2 pb-1 pl-3">
        <h2 className="text-sm font-semibold">
          {words.title}{' '}
          <span className={letters.length > 0 ? 'text-danger' : 'font-normal text-muted'}>
            {Math.max(waiting, letters.length)}
          </span>
        </h2>
        {letters.length > 1 && (
          <Button size="small" variant="danger" disabled={busy} onClick={() => all.mutate()}>
            {words.resendAll}
          </Button>
        )}
      </header>
      {letters.length === 0 && <p className="px-3 pb-2 text-sm text-muted">{words.empty}</p>}
      <ul className="flex flex-col gap-1">
        {letters.map(({ id, type, function: name, failedAt, status, reason }) => (
          <li key={id} className="flex items-start gap-2 rounded-lg bg-danger-soft py-2 pr-2 pl-3 text-sm">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{shortType(type)}</span> {words.to(name)}
              <span className="block text-xs text-danger [overflow-wrap:anywhere]">
                {[status ?? (reason ? null : words.noAnswer), reason].filter(Boolean).join(' ')}
              </span>
              <time dateTime={failedAt} className="block text-xs text-muted tabular-nums">
                {new Date(failedAt).toLocaleString(said.locale)}
              </time>
            </span>
            <Button
              size="small"
              variant="outline"
              disabled={busy}
              aria-label={words.resendOne(shortType(type), name)}
              onClick={() => one.mutate(id)}
            >
              <Send aria-hidden className="size-3.5" />
              {words.resend}
            </Button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <p className="flex items-center justify-between gap-2 py-2 pl-3 text-sm text-muted">
          {words.shown(letters.length, Math.max(waiting, letters.length + 1))}
          <Button
            size="small"
            variant="outline"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {words.more}
          </Button>
        </p>
      )}
    </section>
  );
}
