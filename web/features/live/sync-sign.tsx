'use client';
import {
  onlineManager,
  useIsFetching,
  useIsMutating,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { inWords, type Refused, takesNoChanges } from '@/lib/api.ts';
import { useWords } from '@/words/use-words.ts';
import { everyTask } from '../tasks/task-queries.ts';
import { onRefused, refusedChanges } from '../waiting/refused-changes.ts';
import { openWindow } from '../workspace/windows.ts';

const none: readonly unknown[] = [];

const useOnline = () =>
  useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
    () => true,
  );

/** Whether a change was tried in vain, and what stands in the way where that will not pass in a moment. */
function useStuck(): { stuck: boolean; why: Refused | undefined } {
  const failures = useMutationState({
    filters: { status: 'pending', predicate: ({ state }) => state.failureCount > 0 },
    select: ({ state: { failureCount, failureReason } }) => ({ failureCount, failureReason }),
  });
  const why = failures.map(({ failureReason }) => failureReason).find(takesNoChanges);
  return { stuck: why !== undefined || failures.some(({ failureCount }) => failureCount > 1), why };
}

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

/** The way back to what was typed and refused. */
function NotSaved() {
  const { waiting } = useWords();
  const { length } = useSyncExternalStore(onRefused, refusedChanges, () => none);
  if (length === 0) return null;
  return (
    <button
      type="button"
      aria-label={waiting.notSavedAll(length)}
      onClick={() => openWindow({ kind: 'refused' })}
      className="h-7 rounded-lg px-2 font-semibold text-danger hover:bg-danger-soft"
    >
      {waiting.notSaved(length)}
    </button>
  );
}

/** A small dot with a word: whether what the page shows is what the server has. */
export function SyncSign({ live }: { live: boolean | undefined }) {
  const online = useOnline();
  const changing = useIsMutating();
  const reading = useIsFetching({ queryKey: everyTask });
  const failed = useStale();
  const words = useWords();
  const { sync } = words.frame;
  const { stuck, why } = useStuck();
  const offline = useLasting(!online || live === false) || !online || stuck;
  const busy = useLasting(changing + reading > 0 || live === undefined);

  const said = offline
    ? why
      ? sync.readOnly
      : online
        ? sync.reconnecting
        : sync.offline
    : busy
      ? sync.syncing
      : failed
        ? sync.stale
        : sync.fresh;

  // Only what a person must know is said aloud: that it is lost, and that it is back.
  const [wasLost, setWasLost] = useState(false);
  if (offline && !wasLost) setWasLost(true);
  const reason = why && `${inWords(why, words)} ${sync.keptThere}`;
  const aloud = offline ? (reason ?? sync.lost) : wasLost ? (changing > 0 ? sync.sending : sync.back) : '';

  return (
    <div
      data-live={live}
      className="flex h-9 items-center gap-2 px-2 text-xs font-medium text-muted"
      title={offline ? (reason ?? sync.kept) : undefined}
    >
      <span
        aria-hidden
        className={clsx(
          'size-2 rounded-full transition-colors',
          offline || (failed && !busy) ? 'bg-danger' : busy ? 'animate-pulse bg-bell' : 'bg-date',
        )}
      />
      <span className={clsx(offline ? 'text-danger' : 'max-sm:sr-only')}>
        {said}
        {offline && changing > 0 && <span className="max-sm:sr-only">{sync.toSend(changing)}</span>}
      </span>
      <NotSaved />
      <span role="status" className="sr-only">
        {aloud}
      </span>
    </div>
  );
}
