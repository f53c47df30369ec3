import { queryOptions } from '@tanstack/react-query';
import type { Label } from '@zerodo/domain/label';
import { call } from '../../lib/api.ts';

export const labelsPath = '/labels';

export type LabelPage = { items: Label[]; nextCursor: null };

export const labelList = queryOptions({
  queryKey: ['labels'] as const,
  queryFn: ({ signal }) => call<LabelPage>('GET', labelsPath, { signal }),
  staleTime: 30_000,
});
