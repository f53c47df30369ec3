'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { addDays, wallClock } from '@/lib/local-time.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { addMonths, daysOfMonth, daysOfWeek } from './days.ts';
import { useWeekBegin } from './use-week-begin.ts';

export type Span = 'month' | 'week';

const isDate = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Which days the calendar shows, kept in the address: a reload and a link show the same. */
export function useCalendar() {
  const { viewer } = useWorkspace();
  const asked = useSearchParams();
  const { date: today } = wallClock(viewer.now, viewer.zone);
  const span: Span = asked.get('span') === 'week' ? 'week' : 'month';
  const wanted = asked.get('day');
  const day = isDate(wanted) ? wanted : today;
  const begins = useWeekBegin();
  const days = useMemo(
    () => (span === 'week' ? daysOfWeek(day, begins) : daysOfMonth(day, begins)),
    [span, day, begins],
  );

  const show = (next: { day?: string; span?: Span }) => {
    const address = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(next)) address.set(name, value);
    window.history.replaceState(null, '', `?${address}`);
  };
  const turn = (by: 1 | -1) =>
    show({ day: span === 'week' ? addDays(day, 7 * by) : addMonths(`${day.slice(0, 7)}-01`, by) });

  return { viewer, today, span, day, days, show, turn };
}
