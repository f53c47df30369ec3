/**
 * Runs `work` once at a time. Calls that come while it runs share one more run after it, so that
 * each caller's run began after the call and sees whatever was there by then.
 */
export function coalesced<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let waiting: Promise<T> | undefined;

  const begin = (): Promise<T> => {
    waiting = undefined;
    const run = work().finally(() => {
      // With somebody waiting this run stays in place, so that nobody begins a third one beside the second.
      if (running === run && !waiting) running = undefined;
    });
    running = run;
    return run;
  };

  return () => {
    if (!running) return begin();
    waiting ??= running.then(begin, begin);
    return waiting;
  };
}
