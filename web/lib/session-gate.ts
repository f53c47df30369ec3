import { newListeners } from './listeners.ts';

// While the session is over everything that asks the server waits here, so that no page has to be left and no
// text is lost.
let opened: (() => void)[] | undefined;
let openedAt = Number.NEGATIVE_INFINITY;
const { subscribe, tell } = newListeners();

/**
 * Waits until the person of this page is signed in again.
 *
 * @throws the signal's reason when it gives up before
 */
export function signedInAgain(signal?: AbortSignal): Promise<void> {
  const waiting = new Promise<void>((resolve, reject) => {
    opened = [...(opened ?? []), resolve];
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  tell();
  return waiting;
}

/** The session is there: whatever waited goes on. */
export function openGate(): void {
  const waiting = opened ?? [];
  opened = undefined;
  openedAt = Date.now();
  tell();
  for (const resolve of waiting) resolve();
}

/** Whether somebody has signed in again since a moment: what was asked before it may still be told that nobody is. */
export const signedInSince = (moment: number): boolean => openedAt >= moment;

export const isSessionOver = (): boolean => opened !== undefined;

export const onSession = subscribe;
