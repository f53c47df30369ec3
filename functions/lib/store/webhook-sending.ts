import type { StoredEvent } from './events.ts';
import type { Tx } from './sql.ts';
import { Unavailable } from './unavailable.ts';
import { listeners } from './webhook-listeners.ts';

/** An attempt that is under way, where it goes and what signs it. */
export type Claimed = {
  id: string;
  webhookId: string;
  userId: string;
  eventId: string;
  /** This one counted. */
  attempts: number;
  createdAt: Date;
  leasedUntil: Date;
  url: string;
  secret: Buffer;
  /** Signs as well while a receiver changes over. */
  previousSecret: Buffer | null;
};

type Planned = Omit<Claimed, 'leasedUntil'> & {
  leasedUntil: Date | null;
  nextAt: Date;
  previousUntil: Date | null;
  enabled: boolean;
};

/**
 * A planned delivery, held until the transaction ends; undefined when nothing is to be done for it now. What was due when it was
 * made is due, whatever clock it was made by: dropped for a few milliseconds, it would wait until it is announced again.
 *
 * @throws Unavailable while another attempt is under way: nobody knows yet whether that one is alive
 */
export async function lockDelivery(tx: Tx, id: string, now: Date): Promise<Planned | undefined> {
  const [row] = await tx<Planned[]>`
    select d.id, d.webhook_id, d.user_id, d.event_id, d.attempts, d.created_at, d.next_at, d.leased_until,
           w.url, w.secret, w.previous_secret, w.previous_until,
           w.disabled_at is null or d.type = 'dev.zerodo.webhook.tested.v1' as enabled
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id
    where d.id = ${id} and d.state = 'planned' and d.next_at <= greatest(${now}, d.created_at)
    for update of d
  `;
  const wait = row?.leasedUntil ? row.leasedUntil.getTime() - now.getTime() : 0;
  if (wait > 0)
    throw new Unavailable('Another attempt is under way.', { retryAfter: Math.ceil(wait / 1000) });
  return row;
}

/** The event as it is stored, if its person may still hear of it. */
export async function eventFor(
  tx: Tx,
  { eventId, userId, webhookId }: Pick<Claimed, 'eventId' | 'userId' | 'webhookId'>,
): Promise<StoredEvent | undefined> {
  const [event] = await tx<StoredEvent[]>`
    select e.* from events e
    where e.id = ${eventId}
      and (exists (select from (${listeners(tx)}) l where l.user_id = ${userId})
           or (e.type = 'dev.zerodo.webhook.tested.v1' and e.subject = ${webhookId}))
  `;
  return event;
}

/** One more attempt begins, and nobody makes another before it is over. */
export const beginAttempt = (tx: Tx, { id, leasedUntil }: Claimed, now: Date) => tx`
  update webhook_deliveries
  set attempts = attempts + 1, attempted_at = ${now}, leased_until = ${leasedUntil}
  where id = ${id}
`;

/** Not tried before `nextAt`; nothing is held against anybody for it. */
export const putOff = (tx: Tx, id: string, nextAt: Date) => tx`
  update webhook_deliveries set next_at = ${nextAt} where id = ${id}
`;

/** Its webhook is off, or its person may not hear of it any more. */
export const callOff = (tx: Tx, id: string, now: Date) => tx`
  update webhook_deliveries set state = 'cancelled', finished_at = ${now}, leased_until = null where id = ${id}
`;

/** Writes what came of an attempt; false when its time was over and another has begun. */
export async function settleAttempt(
  tx: Tx,
  { id, leasedUntil }: Claimed,
  became: {
    state: 'sent' | 'failed' | 'planned';
    nextAt: Date | null;
    status: number | null;
    error: string | null;
    now: Date;
  },
): Promise<boolean> {
  const { state, nextAt, status, error, now } = became;
  const { count } = await tx`
    update webhook_deliveries
    set state = ${state}, next_at = coalesce(${nextAt}, next_at), status = ${status}, error = ${error},
        finished_at = ${state === 'planned' ? null : now}, leased_until = null
    where id = ${id} and leased_until = ${leasedUntil}
  `;
  return count > 0;
}

/** Takes up to `limit` deliveries whose time has come and whose event seems lost, to be announced again. */
export const takeForgotten = (tx: Tx, now: Date, announcedBefore: Date, limit: number) => tx<
  { id: string; webhookId: string; userId: string }[]
>`
  update webhook_deliveries set announced_at = ${now}
  where id in (
    select id from webhook_deliveries
    where state = 'planned' and next_at <= ${now} and announced_at <= ${announcedBefore}
    order by next_at
    limit ${limit}
    for update skip locked
  )
  returning id, webhook_id, user_id
`;
