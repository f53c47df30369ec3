'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '@zerodo/domain/settings';
import { call, mayPass, pause } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { merged, type PreferencesChange } from './merge.ts';
import { ownPreferences, preferencesPath } from './preference-queries.ts';

/**
 * Changes some of the preferences: shown at once, one after the other, taken back when refused. Each
 * card has one of these, so that it says of itself whether it is saved.
 */
export function useChangePreferences() {
  const client = useQueryClient();
  const { queryKey } = ownPreferences;
  const { mutate, isPending, isSuccess, error } = useMutation({
    scope: { id: 'preferences' },
    retry: (failures, error: Error) => failures < 3 && mayPass(error),
    retryDelay: pause,
    mutationFn: ({ patch, key }: { patch: PreferencesChange; key: string }) =>
      call<Settings>('PATCH', preferencesPath, { body: patch, key }),
    onMutate: async ({ patch }) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (before) => before && merged(before, patch));
    },
    onSuccess: (now) => {
      // Another change is on its way and shown already.
      if (client.isMutating() <= 1) client.setQueryData(queryKey, now);
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return { isPending, isSuccess, error, save: (patch: PreferencesChange) => mutate({ patch, key: newId() }) };
}
