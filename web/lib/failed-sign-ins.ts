import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';

/** So many times anybody may be wrong at once. */
const free = 5;
const firstWaitMs = 10_000;
const longestWaitMs = 15 * 60_000;

const digestOf = (email: string): Buffer => createHash('sha256').update(email.trim().toLowerCase()).digest();

/** How long an address waits after its latest failure: twice as long each time, a quarter of an hour at the most. */
export const waitAfter = (failures: number): number =>
  failures < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - free));

/**
 * Milliseconds until somebody may try to sign in with this address again; 0 for at once. Whether anybody has it makes
 * no difference. A session that is there goes on: who guesses keeps nobody out who is in.
 */
export async function waitFor(sql: Sql, email: string, now: Date): Promise<number> {
  const [row] = await sql<{ failures: number; last_at: Date }[]>`
    select failures, last_at from failed_sign_ins where address = ${digestOf(email)}
  `;
  return row ? Math.max(0, row.last_at.getTime() + waitAfter(row.failures) - now.getTime()) : 0;
}

/** One more; what is a day old counts no longer, of anybody. Answers with how many there are by now. */
export async function countFailure(sql: Sql, email: string, now: Date): Promise<number> {
  const yesterday = new Date(now.getTime() - 24 * 60 * 60_000);
  await sql`delete from failed_sign_ins where last_at < ${yesterday}`;
  const [row] = await sql<{ failures: number }[]>`
    insert into failed_sign_ins (address, failures, last_at) values (${digestOf(email)}, 1, ${now})
    on conflict (address) do update set failures = failed_sign_ins.failures + 1, last_at = excluded.last_at
    returning failures
  `;
  return row!.failures;
}

export const forgetFailures = (sql: Sql, email: string) =>
  sql`delete from failed_sign_ins where address = ${digestOf(email)}`;
