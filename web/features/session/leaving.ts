let asked = 0;
const listeners = new Set<() => void>();

/** How many changes would be lost by signing out; 0 while nobody asks for that. */
export const changesToLose = (): number => asked;

/** Asks before changes are lost. */
export function askToLose(count: number): void {
  asked = count;
  for (const listener of listeners) listener();
}

export function onAskToLose(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
