import { createHash } from 'node:crypto';
import { Rejected } from '@zerodo/domain/rejected';
import type { Tx } from './sql.ts';

/**
 * One message to one function. For a command the source is the verified user, never what the
 * message says, so that nobody can hit another's claim; `userId` is null for a worker's claims.
 */
export type Claim = { function: string; source: string; eventId: string; userId: string | null };

/**
 * Claims a message. `seen` is 1 the first time; then `answer` is what the first one was given.
 * A second delivery waits here until the first commits or rolls back.
 *
 * @throws Rejected `idempotency-key-reused` when the id came before with other content
 */
export async function claimed(
  tx: Tx,
  claim: Claim,
  content: object,
): Promise<{ seen: number; answer: unknown }> {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64');
  const [row] = await tx<{ seen: number; answer: unknown; digest: string }[]>`
    insert into inbox (function, source, event_id, user_id, digest)
    values (${claim.function}, ${claim.source}, ${claim.eventId}, ${claim.userId}, ${digest})
    on conflict (function, source, event_id) do update set seen = inbox.seen + 1
    returning seen, answer, digest
  `;
  if (row!.digest !== digest) {
    throw new Rejected(
      'idempotency-key-reused',
      'This id came before with other content: use a new id for a new request.',
    );
  }
  return row!;
}

/** What a repetition of the message will be answered. */
export async function remember(tx: Tx, claim: Claim, answer: unknown): Promise<void> {
  await tx`
    update inbox set answer = ${JSON.stringify(answer)}::text::json
    where function = ${claim.function} and source = ${claim.source} and event_id = ${claim.eventId}
  `;
}
