import { webhookTypes } from '@zerodo/domain/webhook-commands';
import { deliveryOf, plannedEvent } from '@zerodo/domain/webhook-events';
import { defineReaction } from '@zerodo/runtime/reaction';
import { planDeliveries } from '@zerodo/store/webhook-deliveries';
import { webhooksFor } from '@zerodo/store/webhook-listeners';
import * as z from 'zod';

/** One delivery for each webhook that wants the event, so that each is tried again by itself. */
export default defineReaction({
  name: 'webhook-deliver',
  // A test is planned with its event, for its own webhook alone.
  accepts: [...webhookTypes, 'dev.zerodo.webhook.tested.v1'],
  as: 'worker',
  // A delivery is unique by webhook and event, and most events go to no webhook at all.
  claims: false,

  async handle({ id }, { tx, now, newId }) {
    const webhooks = z.uuid().safeParse(id).success ? await webhooksFor(tx, id) : [];
    if (webhooks.length === 0) return { events: [] };
    const at = now();
    const deliveries = webhooks.map(({ type, ...webhook }) => deliveryOf({ id, type }, webhook, at));
    const planned = await planDeliveries(tx, deliveries);
    const events = deliveries
      .filter((one) => planned.has(one.id))
      .map((one) => plannedEvent(one, { id: newId(), now: at }));
    return { events };
  },
});
