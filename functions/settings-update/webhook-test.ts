import { inboxId } from '@zerodo/domain/ids';
import { testWebhook } from '@zerodo/domain/webhook-commands';
import { deliveryOf, plannedEvent, testedEvent } from '@zerodo/domain/webhook-events';
import { defineCommand } from '@zerodo/runtime/command';
import { checkEditable } from '@zerodo/store/people';
import { planDeliveries, readDelivery } from '@zerodo/store/webhook-deliveries';
import { lockWebhook } from '@zerodo/store/webhooks';

/** Sends one event to one webhook, on or off, on the way that all events take; its list of deliveries tells what came of it. */
export default defineCommand({
  name: 'settings-update',
  accepts: testWebhook,

  async handle({ data: { webhookId } }, { tx, now, newId, userId }) {
    await lockWebhook(tx, webhookId, userId);
    // Who has done nothing yet has no project that the event could belong to.
    await checkEditable(tx, inboxId(userId), userId);
    const at = now();
    const tested = testedEvent({ webhookId, userId }, { id: newId(), now: at });
    const delivery = deliveryOf(tested, { id: webhookId, userId }, at);
    await planDeliveries(tx, [delivery]);
    return {
      answer: await readDelivery(tx, delivery.id),
      created: true,
      events: [tested, plannedEvent(delivery, { id: newId(), now: at })],
    };
  },
});
