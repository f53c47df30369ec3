import type { Message, Reason } from '@zerodo/store/dead-letters';
import type { Delivery } from './schemas.ts';
import type { Reply } from './send.ts';

export type Deliver = (message: Message) => Promise<'delivered' | 'dead-lettered'>;

export type DeliveryOptions = {
  spec: Delivery;
  /** Names the receiver in the reason. */
  destination: string;
  /** A Trigger takes a 2xx with a body for an event in reply that it cannot read, a KafkaSource ignores it. */
  toleratesBody: boolean;
  send: (message: Message, timeoutMs: number) => Promise<Reply>;
  deadLetter: (message: Message, reason: Reason) => Promise<void>;
  sleep: (ms: number) => Promise<void>;
  /** Aborts when the runner stops: what is not done by then is given back and comes again after the next start. */
  signal: AbortSignal;
};

/** Knative's Kafka data plane: these pass by themselves, every other failure does not. */
const passing = (status: number): boolean => status >= 500 || [404, 408, 409, 429].includes(status);

/** The pause before the n-th retry, n from 1: exponential is backoffDelay × 2^n, linear backoffDelay × n. */
export const pauseBefore = (retry: number, { backoffPolicy, backoffDelay }: Delivery): number =>
  backoffPolicy === 'exponential' ? backoffDelay * 2 ** retry : backoffDelay * retry;

/**
 * Delivers an event as its `delivery` says: as often as `retry` allows, then to the dead letters.
 *
 * @throws when the runner stops, and what `deadLetter` throws: the event is then neither delivered nor kept
 */
export function deliverer(options: DeliveryOptions): Deliver {
  const { spec, destination, toleratesBody, send, deadLetter, sleep, signal } = options;
  return async (message) => {
    for (let retries = 0; ; retries++) {
      if (retries > 0) await sleep(pauseBefore(retries, spec));
      const reply = await send(message, spec.timeout).catch((error: Error) => error);
      signal.throwIfAborted();
      const verdict = judge(reply, toleratesBody);
      if (verdict === 'delivered') return verdict;
      if (verdict === 'passing' && retries < spec.retry) continue;
      await deadLetter(message, reasonOf(reply, destination));
      return 'dead-lettered';
    }
  };
}

function judge(reply: Reply | Error, toleratesBody: boolean): 'delivered' | 'passing' | 'final' {
  if (reply instanceof Error) return 'passing';
  if (reply.status >= 200 && reply.status < 300)
    return toleratesBody || reply.body.length === 0 ? 'delivered' : 'final';
  return passing(reply.status) ? 'passing' : 'final';
}

/** A 2xx that could not be used has no code, as seen on a cluster; no answer at all has its error in place of a body. */
function reasonOf(reply: Reply | Error, destination: string): Reason {
  if (reply instanceof Error) {
    return { knativeerrordest: destination, knativeerrordata: Buffer.from(reply.message).toString('base64') };
  }
  if (reply.status < 300) return { knativeerrordest: destination };
  return {
    knativeerrordest: destination,
    knativeerrorcode: String(reply.status),
    knativeerrordata: reply.body.toString('base64'),
    ...reply.kne,
  };
}
