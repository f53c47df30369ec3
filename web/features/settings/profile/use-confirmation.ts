'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { ownPreferences, preferencesPath } from '../preferences/preference-queries.ts';
import { channels } from '../reminders/channel-queries.ts';

/**
 * Lets the functions know at once that an address was confirmed. What a cookie stands for is kept for two
 * minutes by the gateway, per whole header: another cookie beside the session's makes it ask again, and
 * the change of nothing takes along what it was told.
 */
export function useConfirmation(confirmed: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!confirmed) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
    document.cookie = `zerodo-confirmed=${newId()}; path=/; max-age=300; samesite=lax`;
    call('PATCH', preferencesPath, { body: {}, key: newId() })
      .catch(() => undefined)
      .finally(() =>
        Promise.all([ownPreferences, channels].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
      );
  }, [client, confirmed]);
}
