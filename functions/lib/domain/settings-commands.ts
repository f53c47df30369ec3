import * as z from 'zod';
import { limits } from './limits.ts';
import { preferencesPatch } from './preferences-changes.ts';
import { text } from './text.ts';

/** `version`, where given, is the version that the caller saw (If-Match). */
export const updatePreferences = {
  type: 'dev.zerodo.command.update-preferences.v1',
  data: z.strictObject({ version: z.int().optional(), changes: preferencesPatch }),
} as const;

/** A browser's subscription as `PushSubscription.toJSON()` gives it, without when it expires. */
export const addPushSubscription = {
  type: 'dev.zerodo.command.add-push-subscription.v1',
  data: z.strictObject({
    /** As browsers have it, in ASCII: longer in bytes it would not fit into an index. */
    endpoint: text
      .min(1)
      .max(limits.webhookUrl)
      .regex(/^[\x21-\x7e]+$/, 'is no address of a push service'),
    keys: z.strictObject({
      /** An uncompressed point of P-256, and sixteen random bytes, in base64url (RFC 8291). */
      p256dh: z.string().regex(/^B[\w-]{86}=?$/, 'is no public key of a subscription'),
      auth: z.string().regex(/^[\w-]{22}(==)?$/, 'is no secret of a subscription'),
    }),
  }),
} as const;

export const deletePushSubscription = {
  type: 'dev.zerodo.command.delete-push-subscription.v1',
  data: z.strictObject({ subscriptionId: z.uuid() }),
} as const;

/** `confirm` is the e-mail address of the account that is to go. */
export const deleteAccount = {
  type: 'dev.zerodo.command.delete-account.v1',
  data: z.strictObject({ confirm: text.max(320) }),
} as const;
