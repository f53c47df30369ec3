'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Asks before the tab goes while changes wait for the network: they are kept in this tab only. */
export function useLeaveGuard(): void {
  const client = useQueryClient();
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      const waits = client
        .getMutationCache()
        .getAll()
        .some(({ state }) => state.isPaused);
      if (waits) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [client]);
}
