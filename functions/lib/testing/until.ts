import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a fact. @throws Error when it has not come true within `patience` milliseconds */
export async function until(fact: () => Promise<boolean> | boolean, patience = 10_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(10)) {
    if (await fact()) return;
  }
  throw new Error('What the test waits for did not come true.');
}
