'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { everyStats } from './stats-queries.ts';

/** What counts a completion may have to start first: it is asked again after so many milliseconds. */
const again = [1000, 3000, 8000];

/**
 * The live stream tells of a completion before it has been counted. So the numbers are read once more
 * a while after each nudge, and after the page was opened.
 */
export function useLateCounts(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = [];
    const stop = () => timers.forEach(clearTimeout);
    const later = () => {
      stop();
      timers = again.map((after) =>
        setTimeout(() => void client.refetchQueries({ queryKey: everyStats, type: 'active' }), after),
      );
    };
    later();
    const leave = client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate') return;
      if (everyStats.every((part, at) => event.query.queryKey[at] === part)) later();
    });
    return () => {
      stop();
      leave();
    };
  }, [client]);
}
