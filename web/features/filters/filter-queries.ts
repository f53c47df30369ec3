import { queryOptions } from '@tanstack/react-query';
import type { Filter } from '@zerodo/domain/filter';
import { call } from '../../lib/api.ts';

export const filtersPath = '/filters';

export type FilterPage = { items: Filter[]; nextCursor: null };

/** The person's filters, in their order. */
export const filterList = queryOptions({
  queryKey: ['filters'] as const,
  queryFn: ({ signal }) => call<FilterPage>('GET', filtersPath, { signal }),
  staleTime: 30_000,
});
