// What is announced on the way of an event to a webhook.

import { inboxId, webhookDeliveryId } from './ids.ts';
import type { OutgoingEvent } from './outgoing.ts';

/** One event on its way to one webhook. */
export type PlannedDelivery = {
  id: string;
  webhookId: string;
  userId: string;
  eventId: string;
  type: string;
  createdAt: Date;
};

type Stamp = { id: string; now: Date };

export const deliveryOf = (
  event: { id: string; type: string },
  webhook: { id: string; userId: string },
  now: Date,
): PlannedDelivery => ({
  id: webhookDeliveryId(event.id, webhook.id),
  webhookId: webhook.id,
  userId: webhook.userId,
  eventId: event.id,
  type: event.type,
  createdAt: now,
});

/** Says that a delivery is to be made, so that each is made and tried again by itself. */
export const plannedEvent = (
  { id: deliveryId, webhookId, userId }: Pick<PlannedDelivery, 'id' | 'webhookId' | 'userId'>,
  { id, now }: Stamp,
): OutgoingEvent => ({
  id,
  type: 'dev.zerodo.webhook.planned.v1',
  subject: webhookId,
  time: now,
  userId,
  // It is its owner's affair, whatever project the event is about.
  projectId: inboxId(userId),
  recurring: false,
  data: { deliveryId },
});

/** Something to send when its owner wants to see whether a webhook arrives. */
export const testedEvent = (
  { webhookId, userId }: { webhookId: string; userId: string },
  { id, now }: Stamp,
): OutgoingEvent => ({
  id,
  type: 'dev.zerodo.webhook.tested.v1',
  subject: webhookId,
  time: now,
  userId,
  projectId: inboxId(userId),
  recurring: false,
  data: { webhookId, userId },
});
