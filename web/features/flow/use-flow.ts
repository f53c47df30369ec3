'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pause as pauseAfter } from '@/lib/api.ts';
import { readFlow } from './flow-queries.ts';
import { type FlowRecord, nothingYet, withAnswer } from './record.ts';

const everyMs = 1_000;

/**
 * Asks once a second what is new, while the page can be seen and is not paused: nobody looking costs nothing. After
 * trouble it waits longer each time and goes on where it was.
 */
export function useFlow(paused: boolean) {
  const [record, setRecord] = useState<FlowRecord | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [round, setRound] = useState(0);
  const after = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins at once what would wait
  useEffect(() => {
    if (paused) return;
    const ending = new AbortController();
    const { signal } = ending;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    // One question at a time, or each look at another tab would begin a round of its own.
    let asks = false;
    const ask = async () => {
      timer = undefined;
      if (document.hidden || asks) return;
      asks = true;
      let pauseMs = everyMs;
      try {
        const answer = await readFlow(after.current, signal);
        after.current = answer.after;
        failures = 0;
        setError(null);
        setRecord((before) => withAnswer(before ?? nothingYet, answer));
      } catch (reason) {
        if (signal.aborted) return;
        // Once is nothing: the function may have been on its way out.
        if (++failures > 1) setError(reason as Error);
        pauseMs = pauseAfter(failures, reason);
      } finally {
        asks = false;
      }
      if (!signal.aborted) timer = setTimeout(ask, pauseMs);
    };
    const onVisible = () => {
      if (!document.hidden && !timer) void ask();
    };
    void ask();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      ending.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [paused, round]);

  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { record, error, retry };
}
