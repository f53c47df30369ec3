import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Stats } from '@zerodo/domain/stats';
import { call } from '../../lib/api.ts';
import { addDays } from '../../lib/local-time.ts';
import { everyTask } from '../tasks/task-queries.ts';

/** Days to look back upon; a year is the last 365 days. */
export const periods = [30, 90, 365] as const;
export type Period = (typeof periods)[number];

/** Below the tasks, so that whatever makes those be read again does so here. */
export const everyStats = [...everyTask, 'stats'] as const;

/** The days up to today, of one project or of all. `today` is on the wall of who looks. */
export const statsOf = ({ period, project, today }: { period: Period; project: string; today: string }) =>
  queryOptions({
    queryKey: [...everyStats, { period, project, today }] as const,
    queryFn: ({ signal }) => {
      const asked = { from: addDays(today, 1 - period), to: today, ...(project && { project }) };
      return call<Stats>('GET', `/stats?${new URLSearchParams(asked)}`, { signal });
    },
    placeholderData: keepPreviousData,
  });
