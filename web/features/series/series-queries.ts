import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ComingList, SeriesPage } from '@zerodo/domain/series-queries';
import { call } from '../../lib/api.ts';
import type { Language } from '../../words/words.ts';
import { everyTask } from '../tasks/task-queries.ts';

export const seriesPath = (locale: Language, cursor: string | null): string =>
  `/series?${new URLSearchParams({ limit: '100', locale, ...(cursor && { cursor }) })}`;

export const allSeries = [...everyTask, 'series'] as const;

/** Read again with the tasks: completing one moves its series on. */
export const seriesList = (locale: Language) =>
  infiniteQueryOptions({
    queryKey: [...allSeries, locale] as const,
    queryFn: ({ pageParam, signal }) => call<SeriesPage>('GET', seriesPath(locale, pageParam), { signal }),
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
