import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../check/context.ts';
import type { Process } from '../world/zerodo.ts';

/** Something that goes wrong and is right again when it resolves; `dice`, from 0 to 1, decides what there is to decide. */
export type Fault = {
  /** About as long: operations come for this long. */
  lastsMs: number;
  strike: (context: Context, dice: number) => Promise<void>;
};

/** One of a list, by the dice. */
export const picked = <T>(list: readonly T[], dice: number): T | undefined =>
  list[Math.floor(dice * list.length)];

/** False where it went by itself in this moment. */
export function signal({ pid }: Pick<Process, 'pid'>, how: NodeJS.Signals): boolean {
  try {
    process.kill(pid, how);
    return true;
  } catch {
    return false;
  }
}

const runsMs = 5_000;

/** The process of a function, once it runs; undefined where it does not within a few seconds. */
export async function processOf({ world }: Context, name: string): Promise<Process | undefined> {
  for (const end = Date.now() + runsMs; Date.now() < end; await sleep(20)) {
    const found = world.zerodo.processes().find((one) => one.name === name);
    if (found) return found;
  }
  return undefined;
}
