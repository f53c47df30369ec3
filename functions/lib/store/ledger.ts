// What became of every notification on every channel: entered once, tried until it is settled.
import type { Channel } from '@zerodo/domain/channel';
import type { NotificationKind } from '@zerodo/domain/notification';
import { isWaiting } from './due.ts';
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
  /** What it is about, in words, where that is no task. */
  about: string | null;
  fireAt: Date;
  state: 'planned' | 'sent' | 'late';
  sentAt: Date | null;
  /** When it is announced, or announced again where nothing has come of it; null: never. */
  nextAttemptAt: Date | null;
  createdAt: Date;
};

/** While it lasts nobody else tries; longer than any attempt takes. */
const leaseMs = 90_000;
/** A broker gives an event up after some ten minutes. What is left then is announced again. */
export const againMs = 15 * 60_000;
/** What could not be sent within a day, counted from the first moment that it could, is of no use any more. */
const giveUpMs = 24 * 3_600_000;

/** Enters what is not in the ledger yet and answers the ids of that. */
export async function enter(tx: Tx, entries: readonly Entry[]): Promise<Set<string>> {
  if (entries.length === 0) return new Set();
  const rows = await tx<{ id: string }[]>`
    insert into notifications
      (id, cause, kind, channel, user_id, task_id, project_id, reminder_id, subscription_id,
       actor_id, actor_name, about, fire_at, state, sent_at, next_attempt_at, created_at)
    select id, cause, kind, channel, "userId", "taskId", "projectId", "reminderId", "subscriptionId",
           "actorId", "actorName", about, "fireAt", state, "sentAt", "nextAttemptAt", "createdAt"
    from jsonb_to_recordset(${tx.json(entries as never)}::jsonb) as
      (id uuid, cause text, kind text, channel text, "userId" uuid, "taskId" uuid, "projectId" uuid,
       "reminderId" uuid, "subscriptionId" uuid, "actorId" uuid, "actorName" text, about text, "fireAt" timestamptz,
       state text, "sentAt" timestamptz, "nextAttemptAt" timestamptz, "createdAt" timestamptz)
    on conflict do nothing
    returning id
  `;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Claims the next attempt and answers its number; null when the notification is settled, gone, or
 * not due yet. What was due when it was entered is due, whatever clock that was: a few milliseconds
 * would cost it a quarter of an hour.
 *
 * @throws Unavailable while another attempt is under way
 */
export async function claimAttempt(tx: Tx, id: string, now: Date): Promise<number | null> {
  const [claimed] = await tx<{ attempts: number }[]>`
    update notifications
    set state = 'sending', attempts = attempts + 1,
        lease_until = ${new Date(now.getTime() + leaseMs)}, next_attempt_at = ${new Date(now.getTime() + againMs)}
    where id = ${id} and fire_at <= greatest(${now}, created_at)
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

/**
 * The claimed attempt is not made, and nothing is held against anybody: it is announced again at
 * `until`. Answers `failed` where that has gone on for a day.
 */
export async function putOff(
  tx: Tx,
  { id, attempt }: { id: string; attempt: number },
  until: Date,
  now: Date,
): Promise<string | null> {
  const [row] = await tx<{ state: string }[]>`
    update notifications
    set state = case when ${isStale(tx, now)} then 'failed' else 'planned' end,
        attempts = attempts - 1, lease_until = null, next_attempt_at = ${until}
    where id = ${id} and state = 'sending' and attempts = ${attempt}
    returning state
  `;
  return row?.state ?? null;
}

/**
 * Writes what came of an attempt and answers what it is now: `failed` too where it was tried for a day;
 * null when its lease was over and another has begun.
 */
export async function settle(
  tx: Tx,
  { id, attempt }: { id: string; attempt: number },
  outcome: { state: 'sent' | 'late' | 'failed' | 'cancelled' | 'planned'; reason: string | null },
  now: Date,
): Promise<string | null> {
  const reached = outcome.state === 'sent' || outcome.state === 'late';
  const [row] = await tx<{ state: string }[]>`
    update notifications set
      state = case when ${outcome.state} = 'planned' and ${isStale(tx, now)} then 'failed' else ${outcome.state} end,
      sent_at = ${reached ? now : null}, last_error = ${outcome.reason}, lease_until = null
    where id = ${id} and state = 'sending' and attempts = ${attempt}
    returning state
  `;
  return row?.state ?? null;
}

/** After an outage of ours it has its day all the same. */
const isStale = (tx: Tx, now: Date) =>
  tx`greatest(fire_at, created_at) <= ${new Date(now.getTime() - giveUpMs)}`;

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
    where ${isWaiting(tx, now)}
    order by next_attempt_at
    limit ${limit}
    for update skip locked
  )
  returning id, channel, user_id, task_id, project_id
`;
