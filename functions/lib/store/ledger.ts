// What became of every notification on every channel: entered once, tried until it is settled.
import type { Channel } from '@zerodo/domain/channel';
import type { NotificationKind } from '@zerodo/domain/notification';
import type { Tx } from './sql.ts';
import { Unavailable } from './unavailable.ts';

/** A line of the ledger before its first attempt, or after the only one that in-app needs. */
export type Entry = {
  id: string;
  /** The same words whoever enters it, however often. */
  cause: string;
  kind: NotificationKind;
  channel: Channel;
  userId: string;
  taskId: string | null;
  projectId: string | null;
  reminderId: string | null;
  subscriptionId: string | null;
  actorId: string | null;
  actorName: string | null;
  fireAt: Date;
  state: 'planned' | 'sent' | 'late';
  sentAt: Date | null;
  /** When it is announced, or announced again where nothing has come of it; null: never. */
  nextAttemptAt: Date | null;
};

/** While it lasts nobody else tries; longer than any attempt takes. */
const leaseMs = 90_000;
/** A broker gives an event up after some ten minutes. What is left then is announced again. */
export const againMs = 15 * 60_000;
/** What could not be sent within a day is of no use any more. */
const giveUpMs = 24 * 3_600_000;

/** Enters what is not in the ledger yet and answers the ids of that. */
export async function enter(tx: Tx, entries: readonly Entry[]): Promise<Set<string>> {
  if (entries.length === 0) return new Set();
  const rows = await tx<{ id: string }[]>`
    insert into notifications
      (id, cause, kind, channel, user_id, task_id, project_id, reminder_id, subscription_id,
       actor_id, actor_name, fire_at, state, sent_at, next_attempt_at)
    select id, cause, kind, channel, "userId", "taskId", "projectId", "reminderId", "subscriptionId",
           "actorId", "actorName", "fireAt", state, "sentAt", "nextAttemptAt"
    from jsonb_to_recordset(${tx.json(entries as never)}::jsonb) as
      (id uuid, cause text, kind text, channel text, "userId" uuid, "taskId" uuid, "projectId" uuid,
       "reminderId" uuid, "subscriptionId" uuid, "actorId" uuid, "actorName" text, "fireAt" timestamptz,
       state text, "sentAt" timestamptz, "nextAttemptAt" timestamptz)
    on conflict do nothing
    returning id
  `;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Claims the next attempt and answers its number; null when the notification is settled, gone, or
 * not due yet.
 *
 * @throws Unavailable while another attempt is under way
 */
export async function claimAttempt(tx: Tx, id: string, now: Date): Promise<number | null> {
  const [claimed] = await tx<{ attempts: number }[]>`
    update notifications
    set state = 'sending', attempts = attempts + 1,
        lease_until = ${new Date(now.getTime() + leaseMs)}, next_attempt_at = ${new Date(now.getTime() + againMs)}
    where id = ${id} and fire_at <= ${now}
      and (state = 'planned' or (state = 'sending' and lease_until <= ${now}))
    returning attempts
  `;
  if (claimed) return claimed.attempts;
  const [held] = await tx<{ leaseUntil: Date }[]>`
    select lease_until from notifications where id = ${id} and state = 'sending' and lease_until > ${now}
  `;
  if (!held) return null;
  const wait = held.leaseUntil.getTime() - now.getTime();
  throw new Unavailable('Another attempt is under way.', { retryAfter: Math.ceil(wait / 1000) });
}

/** Writes what came of an attempt; false when its lease was over and another has begun. */
export async function settle(
  tx: Tx,
  { id, attempt }: { id: string; attempt: number },
  outcome: { state: 'sent' | 'late' | 'failed' | 'cancelled' | 'planned'; reason: string | null },
  now: Date,
): Promise<boolean> {
  const reached = outcome.state === 'sent' || outcome.state === 'late';
  const { count } = await tx`
    update notifications set
      state = case when ${outcome.state} = 'planned' and fire_at <= ${new Date(now.getTime() - giveUpMs)}
                   then 'failed' else ${outcome.state} end,
      sent_at = ${reached ? now : null}, last_error = ${outcome.reason}, lease_until = null
    where id = ${id} and state = 'sending' and attempts = ${attempt}
  `;
  return count > 0;
}

/** A task that is done, gone or due at another time has nothing more to tell. */
export const callOff = (tx: Tx, id: string) => tx`
  update notifications set state = 'cancelled', lease_until = null
  where id = ${id} and state in ('planned', 'sending')
`;

export type Waiting = {
  id: string;
  channel: Channel;
  userId: string;
  taskId: string | null;
  projectId: string | null;
};

/** Takes up to `limit` notifications that are to be announced now, for the first time or once more. */
export const takeWaiting = (tx: Tx, now: Date, limit: number) => tx<Waiting[]>`
  update notifications set next_attempt_at = ${new Date(now.getTime() + againMs)}
  where id in (
    select id from notifications
    where state in ('planned', 'sending') and next_attempt_at <= ${now}
    order by next_attempt_at
    limit ${limit}
    for update skip locked
  )
  returning id, channel, user_id, task_id, project_id
`;
