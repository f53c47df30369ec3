'use client';
import { onlineManager, useIsFetching, useIsMutating, useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '@/words/use-words.ts';
import { everyTask } from '../tasks/task-queries.ts';

const useOnline = () =>
  useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
    () => true,
  );

/** Whether something that is shown could not be read again. */
function useStale(): boolean {
  const cache = useQueryClient().getQueryCache();
  return useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () =>
      cache
        .findAll({ queryKey: everyTask, type: 'active' })
        .some(({ state }) => state.status === 'error' || state.fetchFailureCount > 1),
    () => false,
  );
}

/** True once `value` has been true for a while: a reading of some milliseconds is worth no sign. */
function useLasting(value: boolean, milliseconds = 400): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return lasting;
}

/** A small dot with a word: whether what the page shows is what the server has. */
export function SyncSign({ live }: { live: boolean | undefined }) {
  const online = useOnline();
  const changing = useIsMutating();
  const reading = useIsFetching({ queryKey: everyTask });
  const failed = useStale();
  const { sync } = useWords().frame;
  const offline = useLasting(!online || live === false) || !online;
  const busy = useLasting(changing + reading > 0 || live === undefined);

  const words = offline
    ? online
      ? sync.reconnecting
      : sync.offline
    : busy
      ? sync.syncing
      : failed
        ? sync.stale
        : sync.fresh;

  return (
    <div
      data-live={live}
      className="flex h-9 items-center gap-2 px-2 text-xs font-medium text-muted"
      title={offline ? sync.kept : undefined}
    >
      <span
        aria-hidden
        className={clsx(
          'size-2 rounded-full transition-colors',
          offline || (failed && !busy) ? 'bg-danger' : busy ? 'animate-pulse bg-bell' : 'bg-date',
        )}
      />
      <span className={clsx(offline ? 'text-danger' : 'max-sm:sr-only')}>
        {words}
        {offline && changing > 0 && <span className="max-sm:sr-only">{sync.toSend(changing)}</span>}
      </span>
      {/* Only what a person must know is said aloud. */}
      <span role="status" className="sr-only">
        {offline ? sync.lost : ''}
      </span>
    </div>
  );
}
