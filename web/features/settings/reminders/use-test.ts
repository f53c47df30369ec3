'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChannelState } from '@zerodo/domain/notification';
import { useState } from 'react';
import { call } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { allNotifications } from '../../notifications/notification-queries.ts';
import { channels } from './channel-queries.ts';

/** So long a test is waited for; whoever sends it may have to start first. */
const patience = 20_000;
const lookEvery = 1000;

/** Sends a test by a channel and looks whether it came. */
export function useTest({ channel, lastSentAt, lastError }: ChannelState) {
  const client = useQueryClient();
  const [before, setBefore] = useState<Pick<ChannelState, 'lastSentAt' | 'lastError'> & { at: number }>();
  const [, setLate] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (key: string) => call('POST', '/channels/test', { body: { channel }, key }),
    onMutate: () => {
      setLate(false);
      setBefore(undefined);
    },
    onSuccess: () => setBefore({ lastSentAt, lastError, at: Date.now() }),
  });
  const came = before !== undefined && lastSentAt !== null && lastSentAt !== before.lastSentAt;
  const over = before !== undefined && Date.now() - before.at > patience;
  const waits = before !== undefined && !came && !over;
  useQuery({
    ...channels,
    enabled: waits,
    refetchInterval: () => {
      // The last look is too late to find it: what is shown has to change with it.
      if (before && Date.now() - before.at > patience) setLate(true);
      return lookEvery;
    },
  });
  const send = () => {
    mutate(newId(), { onSettled: () => client.invalidateQueries({ queryKey: allNotifications }) });
  };
  const state = isPending || waits ? 'waiting' : came ? 'arrived' : over ? 'late' : 'idle';
  return { state, send, error } as const;
}
