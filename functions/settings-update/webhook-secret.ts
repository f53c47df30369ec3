import { randomBytes } from 'node:crypto';
import { Rejected } from '@zerodo/domain/rejected';
import type { Webhook, WebhookWithSecret } from '@zerodo/domain/webhook';
import type { CommandContext } from '@zerodo/runtime/command';
import { sealWith } from '@zerodo/runtime/sealing';

/** How long both secrets sign after a change, so that a receiver can change over. */
export const changeOverMs = 24 * 60 * 60 * 1000;

/** As Standard Webhooks has them: this prefix and 24 to 64 bytes in base64. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * The row's id is in the seal: a secret moved to another row does not open.
 *
 * @throws Rejected `webhooks-not-configured` where there is no key to seal with
 */
export function sealed(secret: string, id: string, { config }: Pick<CommandContext, 'config'>): Buffer {
  if (config.ZERODO_SECRET_KEY) return sealWith(config.ZERODO_SECRET_KEY).seal(secret, `webhook ${id}`);
  throw new Rejected(
    'webhooks-not-configured',
    'This installation has no key that keeps secrets (ZERODO_SECRET_KEY): ask its operator.',
  );
}

/** What a repetition of the request is answered: no secret is kept for it. */
export const withSecret = (webhook: Webhook, secret: string) => ({
  answer: { ...webhook, secret } as WebhookWithSecret,
  remembered: { ...webhook, secret: null } as WebhookWithSecret,
  events: [],
});
