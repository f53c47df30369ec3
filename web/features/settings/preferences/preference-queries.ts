import { queryOptions } from '@tanstack/react-query';
import type { Settings } from '@zerodo/domain/settings';
import { call } from '../../../lib/api.ts';

export const preferencesPath = '/preferences';

export const ownPreferences = queryOptions({
  queryKey: ['preferences'] as const,
  queryFn: ({ signal }) => call<Settings>('GET', preferencesPath, { signal }),
});
