'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dateInWords, momentInWords, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { dueHere, onDay } from '../tasks/due.ts';
import { knownTask } from '../tasks/task-queries.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** A place in the calendar: a day, or a moment of it. */
export const zoneOf = (date: string, time?: string): string => (time ? `${date}T${time}` : date);

/** Moves tasks to other days and times, each with its way back. */
export function useMoves() {
  const client = useQueryClient();
  const words = useWords();
  const { viewer, actions } = useWorkspace();

  return useMemo(() => {
    const { date: today } = wallClock(viewer.now, viewer.zone);

    const dayOf = (id: string): string | undefined => {
      const task = knownTask(client, id);
      return task && dueHere(task, viewer.zone)?.date;
    };

    const toDay = (id: string, date: string) => {
      const task = knownTask(client, id);
      if (!task || dueHere(task, viewer.zone)?.date === date) return;
      const said = words.tasks.moved(dateInWords(date, today, words));
      void actions.edit([task], { due: onDay(task, date, viewer) }, said);
    };

    /** `null` is the whole day. */
    const toTime = (id: string, date: string, time: string | null) => {
      const task = knownTask(client, id);
      const before = task && dueHere(task, viewer.zone);
      if (!task || (before?.date === date && before.time === time)) return;
      const { timezone = viewer.zone, floating = false } = task.due ?? {};
      const due = { date, time, timezone: floating ? timezone : viewer.zone, floating };
      void actions.edit([task], { due }, words.tasks.moved(momentInWords({ date, time }, today, words)));
    };

    const toZone = (id: string, zone: string) => {
      const [date = '', time] = zone.split('T');
      if (time === 'all-day') toTime(id, date, null);
      else if (time) toTime(id, date, time);
      else toDay(id, date);
    };
    return { dayOf, toDay, toZone };
  }, [client, words, viewer, actions]);
}
