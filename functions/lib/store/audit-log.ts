import { createHash, randomBytes } from 'node:crypto';
import type { StoredEvent } from './events.ts';
import type { Tx } from './sql.ts';

/** What of an event the digest is taken over. */
const said = ({
  id,
  logPosition,
  type,
  source,
  subject,
  time,
  userId,
  projectId,
  data,
}: StoredEvent): string =>
  canonical({ id, logPosition, type, source, subject, time: time.toISOString(), userId, projectId, data });

/** JSON with its keys in order, so that the same event has the same words wherever it is read. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/**
 * Adds an event to the hash chain once: the digest is salted, so that blanking event and salt
 * leaves nothing to guess from, and the chain still proves that nothing was taken out. An event
 * that `events` does not hold was never ours; it is left out and answered with false.
 */
export async function chain(tx: Tx, eventId: string): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(7203116, 0)`;
  const [event] = await tx<StoredEvent[]>`
    select * from events where id = ${eventId} and log_position is not null
  `;
  if (!event) return false;
  const [last] = await tx<{ sequence: number; chain: Buffer }[]>`
    select sequence, chain from task_event_log order by sequence desc limit 1
  `;
  const salt = randomBytes(16);
  const digest = sha256(salt, said(event));
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    eventId: event.id,
    logPosition: event.logPosition,
    type: event.type,
    subject: event.subject,
    salt,
    digest,
    chain: sha256(last?.chain ?? Buffer.alloc(32), digest),
  };
  await tx`insert into task_event_log ${tx(row)} on conflict (event_id) do nothing`;
  return true;
}

/**
 * Events of these types, 100 at most, that the chain has left out although it recorded a later one
 * more than `graceMinutes` ago: one that is only being tried again is not missing yet.
 */
export async function unrecorded(tx: Tx, types: readonly string[], graceMinutes: number): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select e.id from events e
    left join task_event_log l on l.event_id = e.id
    where l.event_id is null and e.type = any (${tx.types.textArray([...types])})
      and e.log_position < (
        select max(log_position) from task_event_log
        where recorded_at <= now() - make_interval(mins => ${graceMinutes})
      )
    order by e.log_position
    limit 100
  `;
  return rows.map(({ id }) => id);
}

type Entry = StoredEvent & {
  entry: number;
  eventId: string;
  salt: Buffer | null;
  digest: Buffer;
  chain: Buffer;
  before: Buffer | null;
};

/**
 * Recomputes the entries after `afterSequence`, `limit` at most. Altered is one whose event says
 * something else now or is gone, and one that does not follow from the entry before it. An entry
 * without a salt was blanked: its event may say anything, its link still holds. `last` is the
 * sequence to go on after; null at the end of the chain.
 */
export async function recompute(
  tx: Tx,
  afterSequence: number,
  limit: number,
): Promise<{ altered: string[]; checked: number; last: number | null }> {
  const entries = await tx<Entry[]>`
    select e.*, l.sequence as entry, l.event_id, l.salt, l.digest, l.chain,
           (select chain from task_event_log b where b.sequence = l.sequence - 1) as before
    from task_event_log l
    left join events e on e.id = l.event_id
    where l.sequence > ${afterSequence}
    order by l.sequence
    limit ${limit}
  `;
  const altered = entries
    .filter((entry) => !stillSays(entry) || !follows(entry))
    .map(({ eventId }) => eventId);
  const last = entries.length < limit ? null : entries.at(-1)!.entry;
  return { altered, checked: entries.length, last };
}

const stillSays = ({ salt, digest, ...event }: Entry): boolean =>
  salt === null || (event.id !== null && sha256(salt, said(event)).equals(digest));

const follows = ({ entry, before, digest, chain: link }: Entry): boolean =>
  (entry === 1 || before !== null) && sha256(before ?? Buffer.alloc(32), digest).equals(link);
