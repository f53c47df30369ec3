import { queryOptions } from '@tanstack/react-query';
import type { Observed } from '@zerodo/domain/observed';
import { call } from '../../lib/api.ts';

/** Asked again while somebody looks, where there is something to see. */
export const observed = queryOptions({
  queryKey: ['observed'] as const,
  queryFn: ({ signal }) => call<Observed>('GET', '/observed', { signal }),
  refetchInterval: ({ state }) => (state.data?.on === false ? false : 2_000),
});
