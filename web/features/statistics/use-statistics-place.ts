'use client';
import { useSearchParams } from 'next/navigation';
import { type Period, periods } from './stats-queries.ts';

export type Bars = 'day' | 'week';

/** What is looked at, kept in the address: a reload and a link show the same. */
export function useStatisticsPlace() {
  const asked = useSearchParams();
  const period: Period = periods.find((days) => String(days) === asked.get('days')) ?? 30;
  const wanted = asked.get('bars');
  // A year has more days than a screen has room for; its map shows them.
  const bars: Bars =
    period === 365 ? 'week' : wanted === 'day' || wanted === 'week' ? wanted : period === 30 ? 'day' : 'week';

  const show = (next: { days?: string; project?: string; bars?: Bars }) => {
    const address = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(next)) {
      if (value) address.set(name, value);
      else address.delete(name);
    }
    window.history.replaceState(null, '', `?${address}`);
  };
  return { period, project: asked.get('project') ?? '', bars, show };
}
