'use client';
import { onlineManager, useInfiniteQuery, useIsFetching, useIsMutating } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { everyTask, listOf } from '../tasks/task-queries.ts';

const useOnline = () =>
  useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
    () => true,
  );

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
  // Only looks on: the list is who asks.
  const { isError: failed } = useInfiniteQuery({ ...listOf('open'), enabled: false });
  const offline = useLasting(!online || live === false) || !online;
  const busy = useLasting(changing + reading > 0 || live === undefined);

  const words = offline
    ? online
      ? 'Reconnecting'
      : 'Offline'
    : busy
      ? 'Syncing'
      : failed
        ? 'Not up to date'
        : 'Up to date';

  return (
    <div
      className="flex h-9 items-center gap-2 px-2 text-xs font-medium text-muted"
      title={offline ? 'Changes are kept and sent when the connection is back' : undefined}
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
        {offline && changing > 0 && (
          <span className="max-sm:sr-only">{`, ${changing} ${changing === 1 ? 'change' : 'changes'} to send`}</span>
        )}
      </span>
      {/* Only what a person must know is said aloud. */}
      <span role="status" className="sr-only">
        {offline ? 'Connection lost. Changes are kept and sent when it is back.' : ''}
      </span>
    </div>
  );
}
