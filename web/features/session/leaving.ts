/** What would be lost by signing out, here or everywhere. */
export type Loss = { changes: number; everywhere: boolean };

export const noLoss: Loss = { changes: 0, everywhere: false };

let asked = noLoss;
const listeners = new Set<() => void>();

/** What somebody is asked about now; no changes while nobody is. */
export const askedLoss = (): Loss => asked;

/** Asks before changes are lost. */
export function askToLose(loss: Loss): void {
  asked = loss;
  for (const listener of listeners) listener();
}

export function onAskToLose(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
