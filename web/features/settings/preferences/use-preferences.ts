'use client';
import { useMutationState, useQuery } from '@tanstack/react-query';
import { merged, type PreferencesChange } from './merge.ts';
import { ownPreferences } from './preference-queries.ts';

/** What `useMutation` keeps of a change, and where the pending ones are found. */
export type SentPreferences = { patch: PreferencesChange; key: string };
export const changing = ['preferences', 'change'] as const;

/**
 * The preferences with everything in them that is still on its way. Laid over what the server said and not written into
 * it: a reading that comes in between would take the changes out again, and the next change would build on that.
 */
export function usePreferences() {
  const query = useQuery(ownPreferences);
  const patches = useMutationState({
    filters: { mutationKey: changing, status: 'pending' },
    select: ({ state }) => (state.variables as SentPreferences).patch,
  });
  return { ...query, data: query.data && patches.reduce(merged, query.data) } as typeof query;
}
