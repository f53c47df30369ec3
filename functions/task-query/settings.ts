import { usualPreferences } from '@zerodo/domain/preferences';
import { Rejected } from '@zerodo/domain/rejected';
import { nothingAsked, type Settings } from '@zerodo/domain/settings';
import { listWebhookDeliveries } from '@zerodo/domain/webhook';
import { defineQuery } from '@zerodo/runtime/query';
import { listFilters } from '@zerodo/store/filters';
import { readSettings } from '@zerodo/store/preferences';
import { listPushSubscriptions } from '@zerodo/store/push-subscriptions';
import { listDeliveries } from '@zerodo/store/webhook-deliveries';
import { listWebhooks } from '@zerodo/store/webhooks';

/** Settings of somebody who has sent no command yet; the first one finds the same version. */
const usual = { ...usualPreferences, timezone: 'UTC', version: 1 };

export const settingsQueries = [
  defineQuery({
    name: 'read-preferences',
    accepts: nothingAsked,
    handle: async (_, { tx, userId, person }): Promise<Settings> => {
      // Who it is, the token knows best: what is stored is brought up to date by the next command.
      const { name, email, emailVerified, locale } = person;
      return { ...((await readSettings(tx, userId)) ?? usual), name, email, emailVerified, locale };
    },
  }),
  defineQuery({
    name: 'list-filters',
    accepts: nothingAsked,
    handle: async (_, { tx, userId }) => ({ items: await listFilters(tx, userId), nextCursor: null }),
  }),
  defineQuery({
    name: 'list-webhooks',
    accepts: nothingAsked,
    handle: async (_, { tx, userId }) => ({ items: await listWebhooks(tx, userId), nextCursor: null }),
  }),
  defineQuery({
    name: 'list-webhook-deliveries',
    accepts: listWebhookDeliveries,
    handle: async ({ webhookId }, { tx, userId }) => ({
      items: await listDeliveries(tx, webhookId, userId),
      nextCursor: null,
    }),
  }),
  defineQuery({
    name: 'list-push-subscriptions',
    accepts: nothingAsked,
    handle: async (_, { tx, userId }) => ({
      items: await listPushSubscriptions(tx, userId),
      nextCursor: null,
    }),
  }),
  defineQuery({
    name: 'read-push-key',
    accepts: nothingAsked,
    handle: async (_, { config: { ZERODO_VAPID_PUBLIC_KEY: publicKey } }) => {
      if (publicKey) return { publicKey };
      throw new Rejected(
        'push-not-configured',
        'This installation has no keys for web push: ask its operator.',
      );
    },
  }),
];
