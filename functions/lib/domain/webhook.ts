import * as z from 'zod';

/** A webhook as its owner sees it. */
export const webhook = z.strictObject({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  types: z.array(z.string()),
  projectId: z.uuid().nullable(),
  enabled: z.boolean(),
  /** Why it was switched off, where that was not its owner. */
  disabledReason: z.string().nullable(),
  disabledAt: z.iso.datetime().nullable(),
  lastSuccessAt: z.iso.datetime().nullable(),
  /** Since when nothing has arrived there, and how many attempts that were. */
  failingSince: z.iso.datetime().nullable(),
  failures: z.int(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Webhook = z.infer<typeof webhook>;

/**
 * With the secret that its messages are signed with (Standard Webhooks), which is shown this once;
 * null where the same request came again.
 */
export const webhookWithSecret = webhook.extend({ secret: z.string().nullable() });
export type WebhookWithSecret = z.infer<typeof webhookWithSecret>;

export const webhookList = z.strictObject({ items: z.array(webhook), nextCursor: z.null() });

/** What became of one event at one webhook; `status` is what the receiver answered last. */
export const webhookDelivery = z.strictObject({
  id: z.uuid(),
  eventId: z.uuid(),
  type: z.string(),
  state: z.enum(['planned', 'sent', 'failed', 'cancelled']),
  attempts: z.int(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  attemptedAt: z.iso.datetime().nullable(),
  /** When it is tried again; null where it is not. */
  nextAt: z.iso.datetime().nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export const webhookDeliveryList = z.strictObject({ items: z.array(webhookDelivery), nextCursor: z.null() });

export const listWebhookDeliveries = z.strictObject({ webhookId: z.uuid() });
