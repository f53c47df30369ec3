import type { Channel } from './channel.ts';

/** What this installation can send by. */
export type Means = { email: boolean; push: boolean };

/** What its settings say of that; mail needs a sender, and a key to sign the link that ends it. */
export const meansOf = (config: {
  ZERODO_SMTP_URL?: string | undefined;
  ZERODO_MAIL_FROM?: string | undefined;
  ZERODO_SECRET_KEY?: string | undefined;
  ZERODO_PUBLIC_URL?: string | undefined;
  ZERODO_VAPID_PUBLIC_KEY?: string | undefined;
  ZERODO_VAPID_PRIVATE_KEY?: string | undefined;
}): Means => ({
  email: Boolean(
    config.ZERODO_SMTP_URL && config.ZERODO_MAIL_FROM && config.ZERODO_SECRET_KEY && config.ZERODO_PUBLIC_URL,
  ),
  push: Boolean(config.ZERODO_VAPID_PUBLIC_KEY && config.ZERODO_VAPID_PRIVATE_KEY),
});

type Reach = { takesMail: boolean; subscriptionIds: readonly string[] };

/** Why a channel does not reach a person, in words; null when it does. */
export function obstacle(channel: Channel, person: Reach, means: Means): string | null {
  if (channel === 'in-app') return null;
  if (!means[channel]) {
    return channel === 'email'
      ? 'No mail server is set up here: ZERODO_SMTP_URL and ZERODO_MAIL_FROM name one.'
      : 'Web push is not set up here: it needs the VAPID keys that the first start makes.';
  }
  if (channel === 'email' && !person.takesMail) {
    return 'Your address is not confirmed, or you have unsubscribed: confirm it, and turn e-mail on in the settings.';
  }
  if (channel === 'push' && person.subscriptionIds.length === 0) {
    return 'No browser of yours takes notifications yet: allow them in the settings.';
  }
  return null;
}
