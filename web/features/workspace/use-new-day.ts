'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Viewer, wallClock } from '@/lib/local-time.ts';
import { refreshTasks } from '../tasks/refresh.ts';

/** At midnight what was tomorrow is today: every list is asked for again. */
export function useNewDay({ now, zone }: Viewer): void {
  const client = useQueryClient();
  const { date } = wallClock(now, zone);
  const known = useRef({ date, zone });
  useEffect(() => {
    // Another zone asks other questions by itself.
    const passed = known.current.zone === zone && known.current.date !== date;
    known.current = { date, zone };
    if (passed) void refreshTasks(client);
  }, [client, date, zone]);
}
