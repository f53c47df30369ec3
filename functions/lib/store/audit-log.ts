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
 * Adds events to the hash chain, each once and in the order of the log: the digest is salted, so that blanking event and
 * salt leaves nothing to guess from, and the chain still proves that nothing was taken out. An event
 * that `events` does not hold was never ours and is left out.
 */
export async function chain(tx: Tx, eventIds: readonly string[]): Promise<void> {
  await tx`select pg_advisory_xact_lock(7203116, 0)`;
  const events = await tx<StoredEvent[]>`
    select * from events e where id = any (${tx.types.textArray([...eventIds])}::text[]::uuid[]) and log_position is not null
      and not exists (select from task_event_log l where l.event_id = e.id)
    order by log_position
  `;
  if (events.length === 0) return;
  const [last] = await tx<{ sequence: number; chain: Buffer }[]>`
    select sequence, chain from task_event_log order by sequence desc limit 1
  `;
  let link = last?.chain ?? Buffer.alloc(32);
  const entries = events.map((event, index) => {
    const salt = randomBytes(16);
    const digest = sha256(salt, said(event));
    link = sha256(link, digest);
    return {
      sequence: (last?.sequence ?? 0) + 1 + index,
      eventId: event.id,
      logPosition: event.logPosition,
      type: event.type,
      subject: event.subject,
      salt: salt.toString('hex'),
      digest: digest.toString('hex'),
      chain: link.toString('hex'),
    };
  });
  // One statement for however many, which the database knows already.
  await tx`
    insert into task_event_log (sequence, event_id, log_position, type, subject, salt, digest, chain)
    select e.sequence, e."eventId", e."logPosition", e.type, e.subject, decode(e.salt, 'hex'), decode(e.digest, 'hex'), decode(e.chain, 'hex')
    from jsonb_to_recordset(${tx.json(entries)}::jsonb) as e
      (sequence bigint, "eventId" uuid, "logPosition" bigint, type text, subject text, salt text, digest text, chain text)
  `;
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
