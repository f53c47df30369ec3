'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '@zerodo/domain/settings';
import { call, mayPass, pause } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import type { PreferencesChange } from './merge.ts';
import { ownPreferences, preferencesPath } from './preference-queries.ts';
import { changing, type SentPreferences } from './use-preferences.ts';

/**
 * Changes some of the preferences: shown at once (`usePreferences`), sent one after the other, taken back when refused.
 * Each card has one of these, so that it says of itself whether it is saved.
 */
export function useChangePreferences() {
  const client = useQueryClient();
  const { queryKey } = ownPreferences;
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationKey: changing,
    scope: { id: 'preferences' },
    retry: (failures, error: Error) => failures < 3 && mayPass(error),
    retryDelay: pause,
    mutationFn: ({ patch, key }: SentPreferences) =>
      call<Settings>('PATCH', preferencesPath, { body: patch, key }),
    onSuccess: async (now) => {
      // A reading that began before would bring back what was.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, now);
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return { isPending, isSuccess, error, save: (patch: PreferencesChange) => mutate({ patch, key: newId() }) };
}
