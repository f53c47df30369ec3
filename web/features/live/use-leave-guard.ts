'use client';
import { useEffect } from 'react';
import { keepsNothing } from '../waiting/keeping.ts';
import { underWay } from '../waiting/under-way.ts';

/** Asks before the tab goes while changes wait for the network that the browser does not keep. */
export function useLeaveGuard(): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (keepsNothing() && underWay().length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, []);
}
