import { meansOf, obstacle } from '@zerodo/domain/channel-means';
import { type ChannelState, listChannels, listNotifications } from '@zerodo/domain/notification';
import { defineQuery } from '@zerodo/runtime/query';
import { lastSent } from '@zerodo/store/channel-states';
import { type Breaker, breakersOf } from '@zerodo/store/circuit-breakers';
import { listNotifications as inboxOf } from '@zerodo/store/notifications';
import { pushHosts } from '@zerodo/store/push-targets';
import { recipients } from '@zerodo/store/recipients';

export const notificationQueries = [
  defineQuery({
    name: 'list-notifications',
    accepts: listNotifications,
    handle: (asked, { tx, userId }) => inboxOf(tx, asked, userId),
  }),
  defineQuery({
    name: 'list-channels',
    accepts: listChannels,
    handle: async (_, { tx, userId, config }): Promise<{ items: ChannelState[]; nextCursor: null }> => {
      const means = meansOf(config);
      const [person] = await recipients(tx, [userId]);
      const hosts = await pushHosts(tx, userId);
      const breakers = await breakersOf(tx, ['smtp', ...hosts.map((host) => `push:${host}`)]);
      const sent = await lastSent(tx, userId);
      const items = (['in-app', 'email', 'push'] as const).map((channel) => {
        const reason = obstacle(channel, person!, means);
        const { lastSentAt = null, lastError = null } = sent.find((one) => one.channel === channel) ?? {};
        const breaker = worst(breakers.filter(({ target }) => belongsTo(target, channel)));
        return {
          channel,
          configured: reason === null,
          reason,
          breaker: breaker?.state ?? ('closed' as const),
          probeAt: breaker?.probeAt?.toISOString() ?? null,
          lastError: breaker?.lastError ?? lastError,
          lastSentAt: lastSentAt?.toISOString() ?? null,
        };
      });
      return { items, nextCursor: null };
    },
  }),
];

const belongsTo = (target: string, channel: string): boolean =>
  channel === 'email' ? target === 'smtp' : target.startsWith(`${channel}:`);

/** Of several push services the one in the most trouble. */
const worst = (breakers: Breaker[]): Breaker | undefined =>
  breakers.toSorted((one, other) => other.failures - one.failures)[0];
