import { secondsOf } from '@zerodo/domain/webhook-retries';
import { type Attempt, defineDelivery } from '@zerodo/runtime/delivery';
import { OutboundError, openOutbound } from '@zerodo/runtime/outbound';
import { sealWith } from '@zerodo/runtime/sealing';
import { readBreaker } from '@zerodo/store/circuit-breakers';
import {
  beginAttempt,
  type Claimed,
  callOff,
  eventFor,
  lockDelivery,
  putOff,
} from '@zerodo/store/webhook-sending';
import { bodyOf, headersFor } from './message.ts';
import { type Sending, settle } from './settle.ts';

/** Longer than the time that a call may take. */
const leaseMs = 30_000;
const timeoutMs = 15_000;

const targetOf = (webhookId: string): string => `webhook:${webhookId}`;

export default defineDelivery({
  name: 'webhook-deliver',
  accepts: ['dev.zerodo.webhook.planned.v1'],

  async plan({ data }, { tx, now }): Promise<Sending | null> {
    const at = now();
    const planned = await lockDelivery(tx, data.deliveryId, at);
    if (!planned) return null;
    const event = planned.enabled && (await eventFor(tx, planned));
    if (!event) {
      await callOff(tx, planned.id, at);
      return null;
    }
    // Refused by the breaker it would be asked for again and again, and end among the dead letters.
    const breaker = await readBreaker(tx, targetOf(planned.webhookId));
    if (breaker && breaker.state !== 'closed' && breaker.probeAt && breaker.probeAt > at) {
      await putOff(tx, planned.id, breaker.probeAt);
      return null;
    }
    const claimed: Claimed = {
      ...planned,
      attempts: planned.attempts + 1,
      leasedUntil: new Date(at.getTime() + leaseMs),
      previousSecret: planned.previousUntil && planned.previousUntil > at ? planned.previousSecret : null,
    };
    await beginAttempt(tx, claimed, at);
    return { claimed, body: bodyOf(event, planned.userId), status: null, retryAfter: 0 };
  },

  target: ({ claimed }) => targetOf(claimed.webhookId),

  async perform(sending, { now, config }): Promise<Attempt> {
    const { claimed, body } = sending;
    const key = config.ZERODO_SECRET_KEY;
    if (!key) throw new Error('ZERODO_SECRET_KEY is missing: no secret can be read without it.');
    const { open } = sealWith(key, config.ZERODO_SECRET_KEY_BEFORE);
    const secrets = [claimed.secret, claimed.previousSecret]
      .filter((secret) => secret !== null)
      .map((secret) => open(secret, `webhook ${claimed.webhookId}`));
    try {
      const at = now();
      const headers = headersFor(body, { id: claimed.id, secrets, at });
      const answer = await openOutbound(config.ZERODO_OUTBOUND_ALLOW).call(claimed.url, {
        headers,
        body,
        timeoutMs,
      });
      sending.status = answer.status;
      sending.retryAfter = secondsOf(answer.headers['retry-after'], at);
      return judged(sending);
    } catch (error) {
      if (error instanceof OutboundError) return { outcome: 'again', reason: error.message, retryAfter: 1 };
      throw error;
    }
  },

  settle,
});

function judged({ status, retryAfter }: Sending): Attempt {
  if (status! >= 200 && status! < 300) return { outcome: 'done' };
  // It is gone, says the receiver, and wants nothing more.
  if (status === 410) return { outcome: 'failed', reason: 'It answered 410: it is gone.' };
  const reason = status! >= 300 && status! < 400 ? 'a redirect, which is not followed' : String(status);
  return { outcome: 'again', reason: `It answered ${reason}.`, retryAfter: Math.max(1, retryAfter) };
}
