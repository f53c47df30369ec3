import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveBack } from './give-back.ts';
import { connect, type Sql } from './sql.ts';

const folder = new URL('./migrations/', import.meta.url);
const lockKey = 7_203_114;

/**
 * Brings the database behind `ownerUrl` (a direct address, not a transaction pooler) to the newest
 * schema: each numbered file once, in its own transaction, whoever else starts at the same time.
 * `passwords` are set for the named roles, where given. A database from a backup is put in order.
 *
 * @throws Error when a file that was applied has changed since
 */
export async function migrate(
  ownerUrl: string,
  { passwords = {} }: { passwords?: Record<string, string> } = {},
): Promise<string[]> {
  const sql = connect(ownerUrl, { max: 1 });
  try {
    await locked(sql);
    const applied = await applyAll(sql);
    await giveBack(sql);
    for (const [role, password] of Object.entries(passwords)) {
      await sql.unsafe(`alter role "${role}" password '${password.replaceAll("'", "''")}'`);
    }
    return applied;
  } finally {
    // Ends the session, and the lock with it.
    await sql.end({ timeout: 5 });
  }
}

/** Asked for again and again: waiting inside Postgres would deadlock with `create index concurrently`. */
async function locked(sql: Sql): Promise<void> {
  for (;;) {
    const [row] = await sql<{ ok: boolean }[]>`select pg_try_advisory_lock(${lockKey}) as ok`;
    if (row!.ok) return;
    await sleep(50);
  }
}

async function applyAll(sql: Sql): Promise<string[]> {
  await sql`
    create table if not exists schema_migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now()
    )
  `;
  const before = new Map(
    (await sql<{ name: string; sha256: string }[]>`select name, sha256 from schema_migrations`).map(
      ({ name, sha256 }) => [name, sha256],
    ),
  );
  const applied: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
    const text = await readFile(new URL(name, folder), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const known = before.get(name);
    if (known === sha256) continue;
    if (known) throw new Error(`${name} has changed since it was applied: add a new migration instead.`);
    await sql.begin(async (tx) => {
      await tx.unsafe(text);
      await tx`insert into schema_migrations (name, sha256) values (${name}, ${sha256})`;
    });
    applied.push(name);
  }
  return applied;
}
