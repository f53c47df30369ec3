import type { QueryClient } from '@tanstack/react-query';
import { everyTask } from './task-queries.ts';

const waiting = new WeakMap<QueryClient, { again: boolean }>();

/** Long enough for the answer to a change and the nudge about it to cause one reading, not two. */
const together = 10;

/**
 * Reads everything shown again, soon. Calls while it reads cause one more reading and never a
 * cancelled one, so that a storm of nudges cannot starve it. While changes are under way it stays
 * away: an older state would overwrite what the person just did; the last change calls it again.
 */
export async function refreshTasks(client: QueryClient): Promise<void> {
  const current = waiting.get(client);
  if (current) {
    current.again = true;
    return;
  }
  const turn = { again: true };
  waiting.set(client, turn);
  while (turn.again) {
    turn.again = false;
    await new Promise((resolve) => setTimeout(resolve, together));
    if (client.isMutating() === 0) await client.invalidateQueries({ queryKey: everyTask });
  }
  waiting.delete(client);
}
