import { catalogue, type EventData, type EventType } from '@zerodo/domain/events';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { recordAll } from '@zerodo/store/events';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import { Unavailable } from '@zerodo/store/unavailable';
import { admit, leftAlone, report } from './breaker.ts';
import type { Incoming } from './cloudevent.ts';
import { parsed } from './command.ts';
import type { Config } from './config.ts';
import type { Log } from './logging.ts';
import { type AttributesOf, count } from './telemetry/record.ts';
import { beginStep, SpanKind } from './trace.ts';

/**
 * What came of an attempt. `done`: it arrived. `failed`: refused for good (SMTP 550, HTTP 410);
 * `gone` where nobody is there any more.
 * `again`: passing trouble; the event comes once more after `retryAfter` seconds or later. A reason
 * is a word or two for people and holds no address.
 */
export type Attempt =
  | { outcome: 'done' }
  | { outcome: 'failed'; reason: string; gone?: boolean }
  | { outcome: 'again'; reason: string; retryAfter?: number };

type Context = { now: () => Date; newId: () => string; config: Config };

export type Delivery<T extends EventType = EventType, W = unknown> = {
  kind: 'delivery';
  name: string;
  accepts: readonly T[];
  /**
   * Reads the rows that the event names and claims an attempt in the ledger, with a lease, so that
   * at most one is under way; null where nothing is to be done any more.
   *
   * @throws Unavailable while another attempt holds the lease
   */
  plan(
    event: Incoming<EventData<T>> & { type: T },
    context: Context & { tx: Tx; worker: string },
  ): Promise<W | null>;
  /** Whose trouble an attempt would be: a name for the circuit breaker, without an address; null for none. */
  target?(work: W): string | null;
  /**
   * The target is left alone until then: takes the claimed attempt back and writes when to announce it
   * again, and the log is told that it is done with. Otherwise the log would ask again and again, and
   * everything that waits for one target would end among the dead letters.
   */
  putOff?(work: W, until: Date, context: Context & { tx: Tx }): Promise<OutgoingEvent[]>;
  /** The effect, outside of any transaction. It may happen twice: give it an id by which that is seen. */
  perform(work: W, context: Context & { log: Log }): Promise<Attempt>;
  /** Writes into the ledger what came of it, if the lease is still held; the events commit with it. */
  settle(work: W, attempt: Attempt, context: Context & { tx: Tx }): Promise<OutgoingEvent[]>;
};

/**
 * Something that is done to the outside world because something happened: at least once, never by
 * two at a time, and without a transaction being open meanwhile. It runs as a worker.
 */
export const defineDelivery = <T extends EventType, W>(
  delivery: Omit<Delivery<T, W>, 'kind'>,
): Delivery<T, W> => ({ kind: 'delivery', ...delivery });

export type DeliveryCall = Context & { worker: () => Sql; log: Log; traceparent: string | null };

/**
 * Plans, performs and settles. Where the process dies in between, the lease ends and the event,
 * which was not answered, comes again.
 *
 * @throws Unavailable when it is to be tried again later, and whatever `perform` throws
 */
export async function runDelivery<T extends EventType, W>(
  delivery: Delivery<T, W>,
  incoming: Incoming,
  { worker, log, traceparent, ...context }: DeliveryCall,
): Promise<{ events: OutgoingEvent[] }> {
  const { name } = delivery;
  const type = incoming.type as T;
  const data = parsed(catalogue[type].data, incoming.data) as EventData<T>;
  const who = { worker: name };
  const origin = { function: name, causeId: incoming.id, traceparent };

  const work = await transaction(worker(), who, async (tx) => {
    const planned = await delivery.plan({ ...incoming, type, data }, { ...context, tx, worker: name });
    const target = planned === null ? null : (delivery.target?.(planned) ?? null);
    const wait = target && (await admit(tx, target, context.now()));
    if (!wait) return planned && { planned, target };
    // Thrown, it takes the claimed attempt back with it.
    if (!delivery.putOff) throw leftAlone(wait, context.now());
    const events = await delivery.putOff(planned!, wait, { ...context, tx });
    await recordAll(tx, events, origin);
    return { events, target };
  });
  if (!work) return { events: [] };
  if (work.events) {
    countAttempt(work.target, 'put-off');
    return { events: work.events };
  }

  const fault: { cause?: unknown } = {};
  const step = beginStep(`send ${kindOf(work.target) ?? name}`, {
    parent: traceparent,
    kind: SpanKind.CLIENT,
  });
  const attempt = await step
    .run(() => delivery.perform(work.planned, { ...context, log }))
    .catch((cause): Attempt => {
      fault.cause = cause;
      return { outcome: 'again', reason: 'internal error' };
    });
  step.note({ 'outbound.outcome': attempt.outcome });
  step.end({ failed: attempt.outcome !== 'done' });
  countAttempt(work.target, attempt.outcome);

  const events = await transaction(worker(), who, async (tx) => {
    // A fault of ours says nothing about the target: one odd row must not open everybody's breaker.
    if (work.target && !('cause' in fault)) await report(tx, work.target, attempt, context.now());
    const settled = await delivery.settle(work.planned, attempt, { ...context, tx });
    await recordAll(tx, settled, origin);
    return settled;
  });
  if ('cause' in fault) throw fault.cause;
  if (attempt.outcome === 'again') {
    const { reason: message, retryAfter = 5 } = attempt;
    throw new Unavailable(message, { retryAfter });
  }
  return { events };
}

type Labels = AttributesOf<'outbound.attempts'>;

/** A target's name begins with what it is: the rest, a host or an id, is nobody's label. */
const kindOf = (target: string | null): string | undefined => target?.split(':', 1)[0];

function countAttempt(target: string | null, outcome: Labels['outbound.outcome']): void {
  const kind = kindOf(target);
  if (kind)
    count('outbound.attempts', {
      'outbound.target': kind as Labels['outbound.target'],
      'outbound.outcome': outcome,
    });
}
