import { addPushSubscription, deletePushSubscription } from '@zerodo/domain/settings-commands';
import { defineCommand } from '@zerodo/runtime/command';
import { deletePushSubscription as forget, putPushSubscription } from '@zerodo/store/push-subscriptions';
import { checkTarget } from './target.ts';

const unpadded = (key: string): string => key.replace(/={1,2}$/, '');

const add = defineCommand({
  name: 'settings-update',
  accepts: addPushSubscription,

  async handle({ data: { endpoint, keys } }, context) {
    const { tx, now, newId, userId } = context;
    checkTarget(endpoint, context);
    const { subscription, created } = await putPushSubscription(
      tx,
      { id: newId(), endpoint, p256dh: unpadded(keys.p256dh), auth: unpadded(keys.auth), createdAt: now() },
      userId,
    );
    return { answer: subscription, created, events: [] };
  },
});

const remove = defineCommand({
  name: 'settings-update',
  accepts: deletePushSubscription,

  async handle({ data: { subscriptionId: id } }, { tx, userId }) {
    await forget(tx, id, userId);
    return { answer: { id, deleted: true as const }, events: [] };
  },
});

export const pushCommands = [add, remove];
