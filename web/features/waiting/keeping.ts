let keeps = true;
const listeners = new Set<() => void>();

/** Whether this browser refuses to keep anything: then what waits lives in its tab only. */
export const keepsNothing = (): boolean => !keeps;

export function setKeeping(kept: boolean): void {
  if (kept === keeps) return;
  keeps = kept;
  for (const listener of listeners) listener();
}

export function onKeeping(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
