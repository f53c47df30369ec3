import type { MutationState, QueryClient } from '@tanstack/react-query';
import { everyTask, everyTaskComing } from './task-queries.ts';

type Turn = { reads: boolean; again: boolean; missed: boolean; fallback?: ReturnType<typeof setTimeout> };

const turns = new WeakMap<QueryClient, Turn>();

const turnOf = (client: QueryClient): Turn => {
  const known = turns.get(client);
  if (known) return known;
  const turn = { reads: false, again: false, missed: false };
  turns.set(client, turn);
  return turn;
};

/** Several nudges about one thing come within milliseconds and cause one reading. */
const together = 5;

/** Longer than a next occurrence takes to be made, also by functions that start for it. */
const fallbackAfter = 2000;

/** Whether a change waits for the network, or for whoever answers it. */
export const isStuck = ({
  isPaused,
  failureCount,
}: Pick<MutationState, 'isPaused' | 'failureCount'>): boolean => isPaused || failureCount > 0;

/**
 * Reads everything shown again, soon. Calls while it reads cause one more reading and never a
 * cancelled one, so that a storm of nudges cannot starve it. While changes are under way it stays
 * away: an older state would overwrite what the person just did; the last change calls it again. Changes
 * that nothing answers are no reason: they are laid over what is read (waiting/lay-over.ts).
 */
export async function refreshTasks(client: QueryClient): Promise<void> {
  const turn = turnOf(client);
  turn.again = true;
  if (turn.reads) return;
  turn.reads = true;
  while (turn.again) {
    turn.again = false;
    clearTimeout(turn.fallback);
    await new Promise((resolve) => setTimeout(resolve, together));
    turn.missed = client.isMutating({ predicate: ({ state }) => !isStuck(state) }) > 0;
    if (turn.missed) continue;
    // A first reading would go on where it is asked for again, and it began before what there is to be read now.
    await client.cancelQueries(everyTaskComing);
    await client.invalidateQueries({ queryKey: everyTask });
  }
  turn.reads = false;
}

/**
 * After a change: reads what was nudged about during it or was read for the first time, and later in any case, since
 * what follows from a change must show even when no nudge comes.
 */
export function refreshAfterChange(client: QueryClient): void {
  const turn = turnOf(client);
  if (turn.missed || client.isFetching(everyTaskComing) > 0) void refreshTasks(client);
  clearTimeout(turn.fallback);
  turn.fallback = setTimeout(() => void refreshTasks(client), fallbackAfter);
}
