'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChannelState } from '@zerodo/domain/notification';
import { useEffect, useState } from 'react';
import { call } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { allNotifications } from '../../notifications/notification-queries.ts';
import { channels } from './channel-queries.ts';

/** So long a test is waited for; whoever sends it may have to start first. */
const patience = 20_000;
const lookEvery = 1000;

/** Sends a test by a channel and looks whether it came. */
export function useTest({ channel, lastSentAt }: ChannelState) {
  const client = useQueryClient();
  const [before, setBefore] = useState<{ lastSentAt: string | null }>();
  const [late, setLate] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (key: string) => call('POST', '/channels/test', { body: { channel }, key }),
    // Not when it is answered: by then it may have arrived.
    onMutate: () => {
      setLate(false);
      setBefore({ lastSentAt });
    },
    onError: () => setBefore(undefined),
  });
  const came = before !== undefined && lastSentAt !== null && lastSentAt !== before.lastSentAt;
  const waits = before !== undefined && !came && !late;
  useQuery({ ...channels, enabled: waits, refetchInterval: lookEvery });
  useEffect(() => {
    if (!before) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [before]);
  const send = () => {
    mutate(newId(), { onSettled: () => client.invalidateQueries({ queryKey: allNotifications }) });
  };
  const state = isPending || waits ? 'waiting' : came ? 'arrived' : late ? 'late' : 'idle';
  return { state, send, error } as const;
}
