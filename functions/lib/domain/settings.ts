// What settings look like to the person whose they are.

import * as z from 'zod';
import { preferences } from './preferences.ts';

/** Preferences in full, and who the person is. */
export const settings = preferences.extend({
  timezone: z.string(),
  locale: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** Mail goes only to an address whose owner has confirmed it. */
  emailVerified: z.boolean(),
  version: z.int(),
});
export type Settings = z.infer<typeof settings>;

/** A browser that is notified; its keys stay here, and of its address the host alone is shown. */
export const pushSubscription = z.strictObject({
  id: z.uuid(),
  host: z.string(),
  createdAt: z.iso.datetime(),
  lastSuccessAt: z.iso.datetime().nullable(),
  disabledAt: z.iso.datetime().nullable(),
  disabledReason: z.string().nullable(),
});
export type PushSubscription = z.infer<typeof pushSubscription>;
export const pushSubscriptionList = z.strictObject({
  items: z.array(pushSubscription),
  nextCursor: z.null(),
});

/** VAPID's public key (RFC 8292), for `pushManager.subscribe`. */
export const pushKey = z.strictObject({ publicKey: z.string() });

export const nothingAsked = z.strictObject({});
export const deletedAccount = z.strictObject({ deleted: z.literal(true) });
export const removed = z.strictObject({ id: z.uuid(), deleted: z.literal(true) });
