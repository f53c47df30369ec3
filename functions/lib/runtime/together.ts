import { Unavailable } from '@zerodo/store/unavailable';

type Waiting<T> = { item: T; done: () => void; failed: (error: unknown) => void };

/**
 * Runs `work` once at a time, on all that has come: what comes while it runs goes into the next run, at most `most` in one. Alone
 * it waits for nobody. When several fail together each is tried by itself, so that one cannot hold up the others; where
 * nothing can be reached that would only be asked again for each.
 *
 * @returns what adds one, and resolves when a run with it is done
 * @throws what `work` throws
 */
export function together<T>(
  most: number,
  work: (items: readonly T[]) => Promise<void>,
): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let running = false;

  async function run(some: readonly Waiting<T>[]): Promise<void> {
    try {
      await work(some.map(({ item }) => item));
      for (const { done } of some) done();
    } catch (error) {
      const byThemselves = some.length > 1 && !(error instanceof Unavailable);
      if (byThemselves) for (const one of some) await run([one]);
      else for (const { failed } of some) failed(error);
    }
  }

  async function runAll(): Promise<void> {
    running = true;
    while (waiting.length > 0) await run(waiting.splice(0, most));
    running = false;
  }

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!running) void runAll();
    });
}
