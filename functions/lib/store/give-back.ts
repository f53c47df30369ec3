import type { Sql } from './sql.ts';

/** May erase; what else acts for its owner may look at memberships. */
const erasing = new Set(['erase_person', 'erase_traces']);
const roles = ['zerodo_membership', 'zerodo_eraser'];

type Stray = { kind: 'function' | 'view'; signature: string; name: string };

/**
 * Gives what acts as its owner to the role that is to own it. After `pg_restore --no-owner` all of it belongs to whoever restored: for
 * an owner that is held to row security every list would be empty, and for a superuser each of them could do anything. What a dump of
 * one database leaves out, a right upon the database itself, is given again.
 */
export async function giveBack(sql: Sql): Promise<string[]> {
  const strays = await sql<Stray[]>`
    select 'function' as kind, p.oid::regprocedure::text as signature, p.proname as name
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and p.proowner::regrole::text <> all (${sql.types.textArray(roles)}::text[])
    union all
    select 'view', c.oid::regclass::text, c.relname
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' and c.relname = 'my_tasks'
      and c.relowner::regrole::text <> all (${sql.types.textArray(roles)}::text[])
    order by 2
  `;
  if (strays.length === 0) return [];
  await sql.begin(async (tx) => {
    await tx.unsafe(`grant create on schema public to ${roles.join(', ')}`);
    await tx.unsafe(`grant ${roles.join(', ')} to current_user`);
    for (const { kind, signature, name } of strays) {
      const owner = erasing.has(name) ? 'zerodo_eraser' : 'zerodo_membership';
      await tx.unsafe(`alter ${kind} ${signature} owner to ${owner}`);
    }
    await tx.unsafe(`revoke create on schema public from ${roles.join(', ')}`);
    const [row] = await tx`select quote_ident(current_database()) as name`;
    await tx.unsafe(`grant temporary on database ${row!.name} to zerodo_eraser`);
  });
  return strays.map(({ signature }) => signature);
}
