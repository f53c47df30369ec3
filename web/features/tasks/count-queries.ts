import { queryOptions } from '@tanstack/react-query';
import type { Counted } from '@zerodo/domain/stats';
import { call } from '../../lib/api.ts';
import { everyTask } from './task-queries.ts';

export const countsPath = (timezone: string): string => `/counts?${new URLSearchParams({ timezone })}`;

/** How much stands in each list; read again with the tasks. */
export const counts = (timezone: string) =>
  queryOptions({
    queryKey: [...everyTask, 'counts', timezone] as const,
    queryFn: ({ signal }) => call<Counted>('GET', countsPath(timezone), { signal }),
  });
