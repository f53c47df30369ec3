import { ECDH } from 'node:crypto';
import { spoken, taskUrl } from '@zerodo/domain/mail/notification-letter';
import type { Config } from '@zerodo/runtime/config';
import type { Attempt } from '@zerodo/runtime/delivery';
import { OutboundError, openOutbound } from '@zerodo/runtime/outbound';
import type { Push } from './work.ts';

/** A push that nobody has taken within a day is of no use. */
const keptSeconds = 24 * 3600;

/**
 * Sends a web push (RFC 8030), encrypted for the one browser (RFC 8291) and signed by us (RFC 8292).
 * The notification's id travels in the payload and as its tag, so that one which comes twice
 * replaces itself.
 */
export async function push(work: Push, { config }: { config: Config }): Promise<Attempt> {
  const { ZERODO_VAPID_PUBLIC_KEY: publicKey, ZERODO_VAPID_PRIVATE_KEY: privateKey } = config;
  if (!publicKey || !privateKey) {
    return { outcome: 'again', reason: 'Web push is not set up.', retryAfter: 60 };
  }
  const { endpoint, p256dh, auth } = work.browser;
  if (!isPoint(p256dh)) {
    return { outcome: 'failed', reason: 'Its key is none that can be written to.', gone: true };
  }
  const { generateRequestDetails } = (await import('web-push')).default;
  const request = generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payloadOf(work, config), {
    vapidDetails: { subject: subjectOf(config), publicKey, privateKey },
    TTL: keptSeconds,
    urgency: work.message.kind.startsWith('task-') ? 'normal' : 'high',
  });
  const headers = request.headers as Record<string, string>;
  try {
    const { status } = await openOutbound(config.ZERODO_OUTBOUND_ALLOW).call(endpoint, {
      headers,
      body: request.body as Buffer,
      timeoutMs: 15_000,
    });
    return cameOf(status);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    // Not even asked: it would be the same another time.
    if (error.refused) {
      return { outcome: 'failed', reason: 'Its push service lies within a private network.', gone: true };
    }
    return { outcome: 'again', reason: 'The push service does not answer.' };
  }
}

/** Sixty-five bytes of the right form need not lie on the curve, and then nothing can be encrypted for them. */
function isPoint(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url');
    return true;
  } catch {
    return false;
  }
}

/** At most some 3 kB: push services take 4,096 bytes, encryption included. */
function payloadOf({ id, message, late }: Push, config: Config): string {
  const { title, body } = spoken(message, late);
  const url = taskUrl((config.ZERODO_PUBLIC_URL ?? '').replace(/\/$/, ''), message.task?.id ?? null);
  return JSON.stringify({ title, body, url, notificationId: id, tag: message.task?.id ?? id });
}

/** Push services want to know whom to write to when something of ours goes wrong. */
const subjectOf = ({ ZERODO_VAPID_SUBJECT: subject, ZERODO_PUBLIC_URL: url }: Config): string =>
  subject ?? (url?.startsWith('https:') ? url : 'mailto:nobody@example.com');

function cameOf(status: number): Attempt {
  if (status >= 200 && status < 300) return { outcome: 'done' };
  if (status === 404 || status === 410) {
    return {
      outcome: 'failed',
      reason: `The browser takes no notifications any more (${status}).`,
      gone: true,
    };
  }
  if (status === 401 || status === 403) {
    const reason = `The browser has allowed notifications from another installation (${status}).`;
    return { outcome: 'failed', reason, gone: true };
  }
  // What a push service does not understand it will not understand another time either, and it is
  // no sign that it does not work: one odd address must not open the breaker of everybody's.
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    return { outcome: 'failed', reason: `The push service does not take it (${status}).` };
  }
  return { outcome: 'again', reason: `The push service does not take it just now (${status}).` };
}
