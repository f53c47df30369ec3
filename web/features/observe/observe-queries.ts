import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Observed } from '@zerodo/domain/observed';
import { call } from '../../lib/api.ts';

/** Asked again while somebody looks, where there is something to see; a trace that is looked at stays in the answer. */
export const observed = (trace: string | null) =>
  queryOptions({
    queryKey: ['observed', trace] as const,
    queryFn: ({ signal }) => call<Observed>('GET', `/observed${trace ? `?trace=${trace}` : ''}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.on === false ? false : 2_000),
  });
