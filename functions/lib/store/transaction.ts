import { setTimeout as sleep } from 'node:timers/promises';
import { refusesWrites } from './refuses-writes.ts';
import type { Sql, Tx } from './sql.ts';
import { Unavailable } from './unavailable.ts';

/** On whose behalf: a person, bound by membership, or a worker, bound by its role's policies. */
export type Who = { user: string } | { worker: string };

const conflicts = new Set(['40001', '40P01']);
const lost = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
/** Waited too long for a lock or for a statement: rolled back, and better luck later. */
const late = new Set(['55P03', '57014']);
const attempts = 5;
/** Those who met once should not meet again at once. */
const apartMs = 20;

/**
 * The only door to Postgres: row-level security reads who is asking from the setting, which ends
 * with the transaction. What failed for a conflict or before commit for a lost connection is
 * repeated, since nothing of it is left; a connection lost during commit is not, because nobody
 * knows. Needs the patched driver (scripts/patches): as published, a backend that dies in here
 * takes the whole process with it.
 *
 * @throws Unavailable when Postgres cannot be reached, takes no changes, or the outcome is unknown
 */
export async function transaction<T>(sql: Sql, who: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let committing = false;
    try {
      return (await sql.begin(async (tx) => {
        const setting = 'user' in who ? who.user : '';
        // Not awaited: it travels with the first statement of the work, on the same connection.
        const told = tx`select set_config('zerodo.user_id', ${setting}, true)`.execute();
        told.catch(() => {});
        const result = await work(tx as unknown as Tx);
        await told;
        committing = true;
        return result;
      })) as T;
    } catch (error) {
      const code = String((error as { code?: unknown }).code);
      const repeatable = conflicts.has(code) || (lost.has(code) && !committing);
      if (repeatable && attempt < attempts) {
        await sleep(Math.random() * apartMs * attempt);
        continue;
      }
      if (repeatable || lost.has(code) || late.has(code)) {
        throw new Unavailable('The database does not answer just now.', { cause: error });
      }
      throw refusesWrites(error, code) ?? error;
    }
  }
}
