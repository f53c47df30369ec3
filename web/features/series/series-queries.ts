import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ComingList, SeriesPage } from '@zerodo/domain/series-queries';
import { call } from '../../lib/api.ts';
import { everyTask } from '../tasks/task-queries.ts';

export const seriesPath = (cursor: string | null): string =>
  `/series?${new URLSearchParams({ limit: '100', ...(cursor && { cursor }) })}`;

/** Read again with the tasks: completing one moves its series on. */
export const seriesList = infiniteQueryOptions({
  queryKey: [...everyTask, 'series'] as const,
  queryFn: ({ pageParam, signal }) => call<SeriesPage>('GET', seriesPath(pageParam), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page: SeriesPage) => page.nextCursor,
});

/** What is no task yet, in some days of a calendar. */
export const comingIn = (from: string, to: string, timezone: string) =>
  queryOptions({
    queryKey: [...everyTask, 'coming', from, to, timezone] as const,
    queryFn: ({ signal }) =>
      call<ComingList>('GET', `/series/coming?${new URLSearchParams({ from, to, timezone })}`, { signal }),
    placeholderData: keepPreviousData,
  });
