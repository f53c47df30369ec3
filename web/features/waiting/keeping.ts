import { newListeners } from '../../lib/listeners.ts';

let keeps = true;
const { subscribe, tell } = newListeners();

/** Whether this browser refuses to keep anything: then what waits lives in its tab only. */
export const keepsNothing = (): boolean => !keeps;

export function setKeeping(kept: boolean): void {
  if (kept === keeps) return;
  keeps = kept;
  tell();
}

export const onKeeping = subscribe;
