import type { Refused } from '../../lib/api.ts';
import { newListeners } from '../../lib/listeners.ts';
import { Conflict } from './conflict.ts';
import { drop, setAside } from './under-way.ts';
import { typedIn, type WaitingChange } from './waiting-change.ts';

let refused: readonly WaitingChange[] = [];
const { subscribe, tell } = newListeners();

const become = (next: readonly WaitingChange[]) => {
  refused = next;
  tell();
};

export const refusedChanges = (): readonly WaitingChange[] => refused;

export const onRefused = subscribe;

/** Shows what an earlier tab could not save. */
export function showRefused(change: WaitingChange): void {
  if (!refused.some(({ key }) => key === change.key)) become([...refused, change]);
}

/**
 * Keeps what was typed for a change that was refused, to be seen, copied or sent again.
 *
 * @returns false where nothing was typed for it
 */
export function keepRefused(change: WaitingChange, error: Refused): boolean {
  if (typedIn(change) === null) {
    drop(change);
    return false;
  }
  const { code, message } = error;
  change.refused = { code, message, ...(error instanceof Conflict && { theirs: error.theirs }) };
  setAside(change);
  showRefused(change);
  return true;
}

/** It was sent again, copied or given up. */
export function forgetRefused(change: WaitingChange): void {
  drop(change);
  become(refused.filter(({ key }) => key !== change.key));
}

/** The words of a line went back to where they were typed. */
export function takeBackRefused(taskId: string): void {
  for (const change of refused) if (change.id === taskId && !change.before) forgetRefused(change);
}
