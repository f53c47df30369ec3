import { queryOptions } from '@tanstack/react-query';
import type { ChannelState } from '@zerodo/domain/notification';
import type { PushSubscription } from '@zerodo/domain/settings';
import { call, Refused } from '../../../lib/api.ts';

export const channelsPath = '/channels';

export const channels = queryOptions({
  queryKey: ['channels'] as const,
  queryFn: ({ signal }) => call<{ items: ChannelState[] }>('GET', channelsPath, { signal }),
});

export const browsersPath = '/push-subscriptions';

export const browsers = queryOptions({
  queryKey: ['push-subscriptions'] as const,
  queryFn: ({ signal }) => call<{ items: PushSubscription[] }>('GET', browsersPath, { signal }),
});

/** The key that a browser subscribes with; null where this installation cannot push. */
export const pushKey = queryOptions({
  queryKey: ['push-key'] as const,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) =>
    call<{ publicKey: string }>('GET', '/push-subscriptions/key', { signal }).then(
      (answer) => answer.publicKey,
      (error) => {
        if (error instanceof Refused && error.code === 'push-not-configured') return null;
        throw error;
      },
    ),
});
