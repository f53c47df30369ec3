import { newListeners } from '../../lib/listeners.ts';
/** What would be lost by signing out, here or everywhere. */
export type Loss = { changes: number; everywhere: boolean };

export const noLoss: Loss = { changes: 0, everywhere: false };

let asked = noLoss;
const { subscribe, tell } = newListeners();

/** What somebody is asked about now; no changes while nobody is. */
export const askedLoss = (): Loss => asked;

/** Asks before changes are lost. */
export function askToLose(loss: Loss): void {
  asked = loss;
  tell();
}

export const onAskToLose = subscribe;
